namespace Microsoft.FluentUI.AspNetCore.Components;

public enum DialogAlignment { Default, Start, End }
public enum DialogSize { Small, Medium, Large, Full }
public enum DialogState { Closed, Opening, Open, Closing }

/// <summary>What a dialog was closed with.</summary>
public class DialogResult(object? value, bool cancelled)
{
    public object? Value { get; } = value;
    public bool Cancelled { get; } = cancelled;

    public T? GetValue<T>() => Value is T value ? value : default;

    public static DialogResult Ok() => new(null, false);
    public static DialogResult Ok<T>(T? value) => new(value, false);
    public static DialogResult Cancel() => new(null, true);
}

/// <summary>An open dialog, as its content sees it.</summary>
public interface IDialogInstance
{
    string Id { get; }
    DialogOptions Options { get; }
    Task<DialogResult> Result { get; }
    Task CloseAsync();
    Task CloseAsync<T>(T result);
    Task CancelAsync();
}

public sealed class DialogEventArgs(IDialogInstance? instance, DialogState state)
{
    public IDialogInstance? Instance { get; } = instance;
    public DialogState State { get; } = state;
}
