namespace Lending.Portal.Commands;

/// <summary>
/// The command id of a form. The same words keep their id, so that pressing again after a lost answer cannot do it twice; other words, or
/// the next command after an accepted one, get a new id.
/// </summary>
public sealed class CommandTicket
{
    private object? _words;
    private string _id = "";

    public string For(object command)
    {
        if (!Equals(_words, command)) (_words, _id) = (command, Guid.CreateVersion7().ToString());
        return _id;
    }

    /// <summary>The command was accepted: the next one is a new one even with the same words.</summary>
    public void Used() => _words = null;
}
