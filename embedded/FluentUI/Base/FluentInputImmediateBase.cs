using Microsoft.AspNetCore.Components;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>A text input that may commit while the user types, after a pause of ImmediateDelay milliseconds.</summary>
public abstract class FluentInputImmediateBase<TValue> : FluentInputBase<TValue>
{
    private CancellationTokenSource? _typing;

    [Inject] private TimeProvider? Clock { get; set; }

    [Parameter] public bool Immediate { get; set; }
    [Parameter] public int ImmediateDelay { get; set; } = 200;

    protected async Task OnTypedAsync(ChangeEventArgs change)
    {
        if (!Immediate) return;
        var typed = change.Value?.ToString();
        if (ImmediateDelay <= 0)
        {
            CurrentValueAsString = typed;
            return;
        }

        if (_typing is not null) await _typing.CancelAsync();
        var typing = _typing = new();
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(ImmediateDelay), Clock ?? TimeProvider.System, typing.Token);
            CurrentValueAsString = typed;
        }
        catch (OperationCanceledException)
        {
            // A later key took over.
        }
    }

    protected void OnCommitted(FluentChangeEventArgs change)
    {
        _typing?.Cancel();
        CurrentValueAsString = change.Value;
    }

    protected override void Dispose(bool disposing)
    {
        _typing?.Cancel();
        base.Dispose(disposing);
    }
}
