using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>A call of a method that returns Task or ValueTask.</summary>
internal sealed class Call<TGrain, TArguments> : CallRequest
    where TGrain : class
{
    private readonly GrainMethod<TGrain, TArguments> _method;
    private readonly TArguments _arguments;
    private AsyncTaskMethodBuilder _answer; // Makes the bare task, one object less than a TaskCompletionSource.

    public Call(GrainReference target, GrainMethod<TGrain, TArguments> method, TArguments arguments) : base(target)
    {
        (_method, _arguments) = (method, arguments);
        _ = _answer.Task; // Made here, before two threads could race to make it.
    }

    public Task Answer => _answer.Task;
    public override GrainMethod Method => _method;

    public override void Start()
    {
        ValueTask pending;
        try
        {
            pending = GoesStraight ? Invoke() : new ValueTask(FilteredCall.RunAsync(this));
            if (pending.IsCompletedSuccessfully)
            {
                pending.GetAwaiter().GetResult();
                End();
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

    public override async Task<object?> InvokeBoxedAsync()
    {
        await Invoke();
        return null;
    }

    public override int GetArgumentCount() => ((ITuple)_arguments!).Length;
    public override object? GetArgument(int index) => ((ITuple)_arguments!)[index];

    protected override void SetException(Exception exception) => _answer.SetException(exception);

    protected override void AnswerNothing()
    {
        if (TryAnswer())
            _answer.SetResult();
    }

    private ValueTask Invoke() => _method.Invoke(Unsafe.As<TGrain>(Activation!.GrainInstance!), in _arguments);

    private async Task FinishAsync(ValueTask pending)
    {
        try
        {
            await pending;
        }
        catch (Exception e)
        {
            End(e);
            return;
        }
        End();
    }

    // The grain is free before the caller hears of it, so what the caller does next sees it free.
    private void End()
    {
        Activation!.End(this);
        AnswerNothing();
    }

    private void End(Exception exception)
    {
        Activation!.End(this);
        Fail(exception);
    }
}
