using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>Base of a dialog's content: fills header and footer, and hears which button was pressed.</summary>
public abstract class FluentDialogInstance : ComponentBase
{
    [CascadingParameter] public required IDialogInstance DialogInstance { get; set; }

    protected virtual void OnInitializeDialog(DialogOptionsHeader header, DialogOptionsFooter footer)
    {
    }

    protected abstract Task OnActionClickedAsync(bool primary);

    protected override void OnInitialized()
    {
        var (header, footer) = (DialogInstance.Options.Header, DialogInstance.Options.Footer);
        OnInitializeDialog(header, footer);
        footer.PrimaryAction.OnClickAsync ??= _ => OnActionClickedAsync(true);
        footer.SecondaryAction.OnClickAsync ??= _ => OnActionClickedAsync(false);
    }
}
