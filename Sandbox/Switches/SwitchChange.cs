namespace Sandbox.Switches;

/// <summary>Which switches to set; what is null stays as it is.</summary>
public sealed record SwitchChange(
    bool? Fail = null,
    int? FailNext = null,
    int? DelayMs = null,
    bool? TimeOut = null,
    int? TimeOutNext = null,
    int? RepeatWebhooks = null,
    bool? ReorderWebhooks = null,
    bool? Contradict = null)
{
    internal CapabilitySwitches Apply(CapabilitySwitches now) => new(
        Fail ?? now.Fail,
        Math.Clamp(FailNext ?? now.FailNext, 0, 1_000),
        Math.Clamp(DelayMs ?? now.DelayMs, 0, 120_000),
        TimeOut ?? now.TimeOut,
        Math.Clamp(TimeOutNext ?? now.TimeOutNext, 0, 1_000),
        Math.Clamp(RepeatWebhooks ?? now.RepeatWebhooks, 0, 200),
        ReorderWebhooks ?? now.ReorderWebhooks,
        Contradict ?? now.Contradict);
}
