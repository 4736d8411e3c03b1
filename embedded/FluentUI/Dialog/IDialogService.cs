using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>Opens dialogs from code. The task ends when the dialog is closed.</summary>
public interface IDialogService
{
    Task<DialogResult> ShowDialogAsync<TDialog>(DialogOptions options) where TDialog : ComponentBase;
    Task<DialogResult> ShowDialogAsync<TDialog>(Action<DialogOptions> options) where TDialog : ComponentBase;
    Task<DialogResult> ShowDialogAsync(Type dialogComponent, DialogOptions options);
    Task<DialogResult> ShowDrawerAsync<TDialog>(DialogOptions options) where TDialog : ComponentBase;
    Task<DialogResult> ShowDrawerAsync<TDialog>(Action<DialogOptions> options) where TDialog : ComponentBase;
    Task<DialogResult> ShowConfirmationAsync(string message, string? title = null, string? primaryButton = null, string? secondaryButton = null);
    Task<DialogResult> ShowSuccessAsync(string message, string? title = null, string? button = null);
    Task<DialogResult> ShowWarningAsync(string message, string? title = null, string? button = null);
    Task<DialogResult> ShowErrorAsync(string message, string? title = null, string? button = null);
    Task<DialogResult> ShowInfoAsync(string message, string? title = null, string? button = null);
    Task<DialogResult> ShowMessageBoxAsync(MessageBoxOptions options);
    Task CloseAsync(IDialogInstance dialog, DialogResult result);
}
