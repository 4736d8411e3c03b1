using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>The open dialogs of one circuit. FluentProviders draws them.</summary>
internal sealed class DialogService : IDialogService
{
    private readonly List<DialogInstance> _open = [];

    public event Action? Changed;

    public IReadOnlyList<DialogInstance> Open => _open;

    public Task<DialogResult> ShowDialogAsync<TDialog>(DialogOptions options) where TDialog : ComponentBase =>
        ShowAsync(typeof(TDialog), options, drawer: false);

    public Task<DialogResult> ShowDialogAsync<TDialog>(Action<DialogOptions> options) where TDialog : ComponentBase =>
        ShowAsync(typeof(TDialog), Made(options), drawer: false);

    public Task<DialogResult> ShowDialogAsync(Type dialogComponent, DialogOptions options) =>
        ShowAsync(dialogComponent, options, drawer: false);

    public Task<DialogResult> ShowDrawerAsync<TDialog>(DialogOptions options) where TDialog : ComponentBase =>
        ShowAsync(typeof(TDialog), options, drawer: true);

    public Task<DialogResult> ShowDrawerAsync<TDialog>(Action<DialogOptions> options) where TDialog : ComponentBase =>
        ShowAsync(typeof(TDialog), Made(options), drawer: true);

    public Task<DialogResult> ShowConfirmationAsync(string message, string? title, string? primaryButton, string? secondaryButton) =>
        ShowMessageBoxAsync(new() { Message = message, Title = title ?? "Confirm", PrimaryButton = primaryButton ?? "Yes", SecondaryButton = secondaryButton ?? "No" });

    public Task<DialogResult> ShowSuccessAsync(string message, string? title, string? button) => SayAsync(message, title ?? "Done", button);
    public Task<DialogResult> ShowWarningAsync(string message, string? title, string? button) => SayAsync(message, title ?? "Warning", button);
    public Task<DialogResult> ShowErrorAsync(string message, string? title, string? button) => SayAsync(message, title ?? "Error", button);
    public Task<DialogResult> ShowInfoAsync(string message, string? title, string? button) => SayAsync(message, title ?? "Information", button);

    public Task<DialogResult> ShowMessageBoxAsync(MessageBoxOptions options)
    {
        var made = new DialogOptions { Size = DialogSize.Small };
        made.Header.Title = options.Title;
        made.Footer.PrimaryAction.Label = options.PrimaryButton ?? "OK";
        made.Footer.SecondaryAction.Label = options.SecondaryButton;
        made.Parameters[nameof(MessageBoxBody.Message)] = options.Message;
        return ShowAsync(typeof(MessageBoxBody), made, drawer: false);
    }

    public Task CloseAsync(IDialogInstance dialog, DialogResult result)
    {
        if (dialog is DialogInstance known && _open.Remove(known))
        {
            known.Settle(result);
            Changed?.Invoke();
        }

        return Task.CompletedTask;
    }

    private Task<DialogResult> SayAsync(string message, string title, string? button) =>
        ShowMessageBoxAsync(new() { Message = message, Title = title, PrimaryButton = button });

    private Task<DialogResult> ShowAsync(Type component, DialogOptions options, bool drawer)
    {
        var dialog = new DialogInstance(this, component, options, drawer);
        _open.Add(dialog);
        Changed?.Invoke();
        return dialog.Result;
    }

    private static DialogOptions Made(Action<DialogOptions> fill)
    {
        var options = new DialogOptions();
        fill(options);
        return options;
    }
}
