using Aspire.Hosting.Probe;

return args switch
{
    ["serve", ..] => await ProbeService.RunAsync(),
    ["once", var code, ..] => int.Parse(code),
    ["host", ..] => await ProbeHost.RunAsync(args[1..]),
    _ => 64,
};
