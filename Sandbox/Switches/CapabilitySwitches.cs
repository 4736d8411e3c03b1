namespace Sandbox.Switches;

/// <summary>How one third party misbehaves. Everything off is the ordinary day.</summary>
/// <param name="Fail">Every call answers 503.</param>
/// <param name="FailNext">The next calls answer 503, then it recovers.</param>
/// <param name="TimeOut">Calls take effect but are never answered.</param>
/// <param name="TimeOutNext">The next calls take effect but are never answered, then it recovers.</param>
/// <param name="RepeatWebhooks">Extra deliveries of each webhook, all at once.</param>
/// <param name="ReorderWebhooks">A webhook is held back until the next one of the same object has gone.</param>
/// <param name="Contradict">Answers that cannot be true together.</param>
public sealed record CapabilitySwitches(
    bool Fail = false,
    int FailNext = 0,
    int DelayMs = 0,
    bool TimeOut = false,
    int TimeOutNext = 0,
    int RepeatWebhooks = 0,
    bool ReorderWebhooks = false,
    bool Contradict = false);
