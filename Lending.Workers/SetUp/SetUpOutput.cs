using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>What an operator reads, and the exit codes: 0 done or already so, 1 refused, 65 an input is wrong. Nothing of it goes to the log.</summary>
public sealed class SetUpOutput(TextWriter output, TextWriter errors)
{
    public int Done(string what) => Show(what);

    public int Show(string line)
    {
        output.WriteLine(line);
        return 0;
    }

    public int Refused(string why)
    {
        errors.WriteLine(why);
        return 1;
    }

    public int Invalid(params IReadOnlyList<Refusal> faults)
    {
        foreach (var fault in faults) errors.WriteLine(fault.Message);
        return 65;
    }
}
