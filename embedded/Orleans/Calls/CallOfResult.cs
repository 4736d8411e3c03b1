using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>A call of a method that returns Task&lt;T&gt; or ValueTask&lt;T&gt;.</summary>
internal sealed class Call<TGrain, TArguments, TResult> : CallRequest
    where TGrain : class
{
    private readonly GrainMethod<TGrain, TArguments, TResult> _method;
    private readonly TArguments _arguments;
    private AsyncTaskMethodBuilder<TResult> _answer; // Makes the bare task, one object less than a TaskCompletionSource.

    public Call(GrainReference target, GrainMethod<TGrain, TArguments, TResult> method, TArguments arguments) : base(target)
    {
        (_method, _arguments) = (method, arguments);
        _ = _answer.Task; // Made here, before two threads could race to make it.
    }

    public Task<TResult> Answer => _answer.Task;
    public override GrainMethod Method => _method;

    public override void Start()
    {
        ValueTask<TResult> pending;
        try
        {
            pending = GoesStraight ? Invoke() : new ValueTask<TResult>(InvokeFilteredAsync());
            if (pending.IsCompletedSuccessfully)
            {
                End(pending.Result);
                return;
            }
        }
        catch (Exception e)
        {
            End(e);
            return;
        }
        _ = FinishAsync(pending);
    }

    public override async Task<object?> InvokeBoxedAsync() => await Invoke();

    public override int GetArgumentCount() => ((ITuple)_arguments!).Length;
    public override object? GetArgument(int index) => ((ITuple)_arguments!)[index];

    protected override void SetException(Exception exception) => _answer.SetException(exception);

    protected override void AnswerNothing() => Reply(default!);

    private ValueTask<TResult> Invoke() => _method.Invoke(Unsafe.As<TGrain>(Activation!.GrainInstance!), in _arguments);

    private async Task<TResult> InvokeFilteredAsync() => (TResult)(await FilteredCall.RunAsync(this))!;

    private async Task FinishAsync(ValueTask<TResult> pending)
    {
        TResult result;
        try
        {
            result = await pending;
        }
        catch (Exception e)
        {
            End(e);
            return;
        }
        End(result);
    }

    // The grain is free before the caller hears of it, so what the caller does next sees it free.
    private void End(TResult result)
    {
        Activation!.End(this);
        Reply(result);
    }

    private void End(Exception exception)
    {
        Activation!.End(this);
        Fail(exception);
    }

    private void Reply(TResult result)
    {
        if (TryAnswer())
            _answer.SetResult(result);
    }
}
