using System.Text;

namespace Lending.Workers.SetUp;

/// <summary>Reads a password: typed unseen at a terminal, or the first line of what is piped in.</summary>
public sealed class PasswordEntry(TextReader input, TextWriter prompts, bool isTerminal)
{
    public static PasswordEntry OfConsole() => new(Console.In, Console.Error, isTerminal: !Console.IsInputRedirected);

    public string Ask()
    {
        if (!isTerminal) return input.ReadLine() ?? "";
        prompts.Write("Password (not shown): ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }
        prompts.WriteLine();
        return typed.ToString();
    }
}
