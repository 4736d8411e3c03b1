namespace Orleans;

/// <summary>Why an activation leaves memory.</summary>
public readonly struct DeactivationReason(DeactivationReasonCode code, Exception? exception, string text)
{
    public DeactivationReason(DeactivationReasonCode code, string text) : this(code, null, text) { }

    public DeactivationReasonCode ReasonCode { get; } = code;
    public string Description { get; } = text;
    public Exception? Exception { get; } = exception;

    public override string ToString() => $"{ReasonCode}: {Description}";
}

/// <summary>The reasons an activation may leave memory, numbered as in Orleans.</summary>
public enum DeactivationReasonCode : byte
{
    None,
    ShuttingDown,
    ActivationFailed,
    DirectoryFailure,
    ActivationIdle,
    ActivationUnresponsive,
    DuplicateActivation,
    IncompatibleRequest,
    ApplicationError,
    ApplicationRequested,
    Migrating,
    RuntimeRequested,
    HighMemoryPressure,
}
