using Sandbox.Storage;

namespace Sandbox.Switches;

/// <summary>The switches of every third party. In memory only: a restart is an ordinary day again.</summary>
internal sealed class SwitchBoard(Changes changes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Capability, CapabilitySwitches> _switches =
        Enum.GetValues<Capability>().ToDictionary(capability => capability, _ => new CapabilitySwitches());

    internal CapabilitySwitches Of(Capability capability)
    {
        lock (_lock) return _switches[capability];
    }

    internal Dictionary<Capability, CapabilitySwitches> All()
    {
        lock (_lock) return new(_switches);
    }

    internal void Set(Capability capability, SwitchChange change)
    {
        lock (_lock) _switches[capability] = change.Apply(_switches[capability]);
        changes.Tell("switches");
    }

    internal void Reset()
    {
        lock (_lock)
        {
            foreach (var capability in _switches.Keys) _switches[capability] = new CapabilitySwitches();
        }

        changes.Tell("switches");
    }

    /// <summary>What the call that comes in now meets; counts down the "next" switches.</summary>
    internal (bool Fail, bool TimeOut, TimeSpan Delay) Meet(Capability capability)
    {
        bool fail, timeOut;
        CapabilitySwitches now;
        lock (_lock)
        {
            now = _switches[capability];
            fail = now.Fail || now.FailNext > 0;
            timeOut = !fail && (now.TimeOut || now.TimeOutNext > 0);
            _switches[capability] = now with
            {
                FailNext = fail ? Math.Max(0, now.FailNext - 1) : now.FailNext,
                TimeOutNext = timeOut ? Math.Max(0, now.TimeOutNext - 1) : now.TimeOutNext,
            };
        }

        if (now.FailNext + now.TimeOutNext > 0) changes.Tell("switches");
        return (fail, timeOut, TimeSpan.FromMilliseconds(now.DelayMs));
    }
}
