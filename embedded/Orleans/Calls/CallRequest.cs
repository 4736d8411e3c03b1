using Orleans.Activations;
using Orleans.Diagnostics;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Calls;

/// <summary>A grain call on its way: who is called, by whom, since when, and whether it is answered.</summary>
internal abstract class CallRequest(GrainReference target) : Request, IInvokable
{
    private int _answered;
    private CancellationTokenRegistration _cancellation;

    public GrainReference Target { get; } = target;
    public abstract GrainMethod Method { get; }
    public long SentAt { get; private set; }

    /// <summary>What travels with the call beside its arguments; null for most calls.</summary>
    public CallBaggage? Baggage { get; private set; }

    public override bool IsReadOnly => Method.IsReadOnly;
    public override bool AlwaysInterleaves => Method.AlwaysInterleaves;
    public override bool IsAnswered => Volatile.Read(ref _answered) != 0;

    public override bool IsAbandoned => IsAnswered && !Method.IsOneWay;

    public void Send(CancellationToken cancellationToken)
    {
        var silo = Target.Silo;
        SentAt = silo.Clock.GetTimestamp();
        Baggage = CallBaggage.Pack(this, silo);

        if (Current is { Phase: RequestPhase.Running } caller && !Method.IsOneWay)
        {
            Caller = caller;
            caller.WaitsFor(this);
        }
        else if (silo.IsStopping)
        {
            Fail(new SiloUnavailableException("The silo is stopping."));
            return;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            Fail(new OperationCanceledException(cancellationToken));
            return;
        }

        Target.Deliver(this);

        if (Method.IsOneWay)
            AnswerNothing();
        else if (cancellationToken.CanBeCanceled)
            CancelWith(cancellationToken);
    }

    /// <summary>Gives the caller an exception. False when it already has an answer.</summary>
    public bool Fail(Exception exception)
    {
        if (!TryAnswer(exception))
            return false;
        SetException(exception);
        return true;
    }

    public abstract int GetArgumentCount();
    public abstract object? GetArgument(int index);
    public System.Reflection.MethodInfo GetMethod() => Method.InterfaceMethod;
    public string GetMethodName() => Method.InterfaceMethod.Name;
    public string GetInterfaceName() => Method.InterfaceType.ToString();
    public Type GetInterfaceType() => Method.InterfaceMethod.DeclaringType!;
    public string GetActivityName() => Method.ActivityName;

    public override string ToString() => $"{Target.GrainId}.{Method.InterfaceMethod.Name}";

    /// <summary>Calls the grain and boxes its result, for filters.</summary>
    public abstract Task<object?> InvokeBoxedAsync();

    protected abstract void SetException(Exception exception);
    protected abstract void AnswerNothing();

    protected bool TryAnswer(Exception? exception = null)
    {
        if (Interlocked.Exchange(ref _answered, 1) != 0)
            return false;
        _cancellation.Unregister();
        Baggage?.End(exception);
        return true;
    }

    protected bool GoesStraight => Baggage is null && Target.Silo.Filters.Length == 0;

    private void CancelWith(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken.UnsafeRegister(
            static (call, token) => ((CallRequest)call!).Fail(new OperationCanceledException(token)), this);
        if (IsAnswered)
            _cancellation.Unregister();
    }
}
