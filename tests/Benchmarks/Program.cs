using Lending.Benchmarks;

// One benchmark per word: dotnet run -c Release --project tests/Benchmarks -- grain-calls
return args switch
{
    ["grain-calls", .. var rest] => await GrainCallsBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Benchmarks: grain-calls [seconds]");
    return 2;
}
