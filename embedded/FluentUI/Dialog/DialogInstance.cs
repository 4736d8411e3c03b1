namespace Microsoft.FluentUI.AspNetCore.Components;

internal sealed class DialogInstance(DialogService service, Type component, DialogOptions options, bool drawer) : IDialogInstance
{
    // Continuations must not run inside the service's list change.
    private readonly TaskCompletionSource<DialogResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = options.Id ?? $"d{Guid.CreateVersion7():n}";
    public Type Component { get; } = component;
    public DialogOptions Options { get; } = options;
    public bool Drawer { get; } = drawer;
    public Task<DialogResult> Result => _result.Task;

    public Task CloseAsync() => service.CloseAsync(this, DialogResult.Ok());
    public Task CloseAsync<T>(T result) =>
        service.CloseAsync(this, result as DialogResult ?? DialogResult.Ok(result));
    public Task CancelAsync() => service.CloseAsync(this, DialogResult.Cancel());

    internal void Settle(DialogResult result) => _result.TrySetResult(result);
}
