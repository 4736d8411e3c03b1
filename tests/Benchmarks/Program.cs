using Lending.Benchmarks;

// One benchmark per word: dotnet run -c Release --project tests/Benchmarks -- grain-calls
return args switch
{
    ["grain-calls", .. var rest] => await GrainCallsBenchmark.RunAsync(rest),
    ["payments", .. var rest] => await PaymentsBenchmark.RunAsync(rest),
    ["day-end", .. var rest] => await DayEndBenchmark.RunAsync(rest),
    ["api-load", .. var rest] => await ApiLoadBenchmark.RunAsync(rest),
    ["day-end-step"] => await DayEndStepBenchmark.RunAsync(),
    ["schedules"] => await SchedulesBenchmark.RunAsync(),
    ["replay"] => await ReplayBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("Benchmarks: grain-calls [seconds] | payments [seconds] [rounds] | day-end [loans] [days] | api-load [seconds] [requests per second] | day-end-step | schedules | replay");
    return 2;
}
