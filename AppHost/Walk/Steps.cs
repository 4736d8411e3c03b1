using System.Globalization;

namespace Lending.AppHost.Walk;

/// <summary>A step that did not come to its end, with its number and name.</summary>
internal sealed class StepFailed(int number, string what, Exception cause) : Exception($"{cause.GetType().Name}: {cause.Message}", cause)
{
    public int Number => number;

    public string What => what;
}

/// <summary>Does one thing after another and prints what came of it.</summary>
internal sealed class Steps(TextWriter output)
{
    private const int Column = 62;

    private int _number;

    public void Chapter(string title) => Say($"{Environment.NewLine}{title}{Environment.NewLine}{new string('-', title.Length)}");

    public void Say(string text) => output.WriteLine(text);

    /// <summary>Prints the step with its result; a failure becomes <see cref="StepFailed"/>.</summary>
    public async Task RunAsync(string what, Func<Task<string>> act)
    {
        var number = ++_number;
        try
        {
            var result = await act();
            Say(string.Create(CultureInfo.InvariantCulture, $"{number,3}  {what.PadRight(Column)}  {result}"));
        }
        catch (Exception failure)
        {
            throw new StepFailed(number, what, failure);
        }
    }
}
