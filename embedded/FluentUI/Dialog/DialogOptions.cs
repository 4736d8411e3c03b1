namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>How a dialog looks and what its content is given.</summary>
public class DialogOptions
{
    public string? Id { get; set; }
    public string? Class { get; set; }
    public string? Style { get; set; }
    public object? Data { get; set; }
    public DialogOptionsHeader Header { get; } = new();
    public DialogOptionsFooter Footer { get; } = new();
    public DialogAlignment? Alignment { get; set; }
    public bool? Modal { get; set; }
    public DialogSize? Size { get; set; }
    public string? Width { get; set; }
    public string? Height { get; set; }
    public IDictionary<string, object?> Parameters { get; set; } = new Dictionary<string, object?>();
    public Action<DialogEventArgs>? OnStateChange { get; set; }
}

public class DialogOptionsHeader
{
    public string? Title { get; set; }
}

public class DialogOptionsFooter
{
    public bool PrimaryFirst { get; set; } = true;
    public DialogOptionsFooterAction PrimaryAction { get; } = new();
    public DialogOptionsFooterAction SecondaryAction { get; } = new();
}

public class DialogOptionsFooterAction
{
    public string? Label { get; set; }
    public string? ShortCut { get; set; }
    public bool Visible { get; set; } = true;
    public bool Disabled { get; set; }
    public Func<IDialogInstance, Task>? OnClickAsync { get; set; }
}

public class MessageBoxOptions
{
    public string? Title { get; set; }
    public string? Message { get; set; }
    public string? PrimaryButton { get; set; }
    public string? SecondaryButton { get; set; }
}
