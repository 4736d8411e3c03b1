var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();

// One-shot commands end with exit code 0; without one the process serves its jobs.
if (args.FirstOrDefault() is "migrate" or "demo" or "verify" or "rebuild")
{
    Console.WriteLine($"{args[0]}: nothing to do.");
    return 0;
}

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
return 0;
