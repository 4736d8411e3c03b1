using System.Security.Cryptography;
using System.Text;
using Lending.Domain;

namespace Lending.Data;

/// <summary>Asking for a run of late charges and starting it, one way for portal and API: one person asks, another one starts it. Who did it is in the audit.</summary>
public sealed class PenaltyRunDesk(PenaltyRuns runs, PenaltyPreviewQuery preview, Administration administration, TimeProvider clock)
{
    /// <summary>A run of the current business date, with what its preview comes to. Refused where there is nothing to charge or catch up.</summary>
    public async Task<Outcome<PenaltyRun>> AskAsync(CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.PenaltyRuns, Level.Write)) return new NotPermitted("PenaltyRuns Write");
        var id = $"PR-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(by.CommandId)))[..16]}";
        if (await runs.FindAsync(by.Brand, id, cancellationToken) is { } before) return before;
        var expected = await preview.RunAsync(by.Brand, cancellationToken);
        if (expected.IsEmpty) return new NothingToCharge();
        var run = new PenaltyRun(by.Brand, id, expected.Date, PenaltyRunState.Asked, by.Actor.Id, clock.GetUtcNow()) { ExpectedLoans = expected.Loans, Expected = expected.Amounts };
        return await administration.AskPenaltyRunAsync(run, by, cancellationToken) ? run : new PenaltyRunOpen();
    }

    /// <summary>Starts a run that was asked for, not by the one who asked, or turns it down.</summary>
    public async Task<Outcome<PenaltyRun>> DecideAsync(string id, bool approved, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.PenaltyRuns, Level.All)) return new NotPermitted("PenaltyRuns All");
        if (await runs.FindAsync(by.Brand, id, cancellationToken) is not { } run) return new PenaltyRunNotFound();
        if (run.State is not PenaltyRunState.Asked) return run.State is not PenaltyRunState.Cancelled && approved == run.State is not PenaltyRunState.TurnedDown ? run : new PenaltyRunDecided();
        if (approved && run.AskedBy == by.Actor.Id) return new SecondPersonNeeded();
        if (!await administration.DecidePenaltyRunAsync(run, approved, by, cancellationToken)) return new PenaltyRunDecided();
        return (await runs.FindAsync(by.Brand, id, cancellationToken))!;
    }

    /// <summary>Withdraws a run that waits or stops one under way; what it charged stays charged. Stopping needs no second person: it charges nobody.</summary>
    public async Task<Outcome<PenaltyRun>> CancelAsync(string id, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.PenaltyRuns, Level.Write)) return new NotPermitted("PenaltyRuns Write");
        if (await runs.FindAsync(by.Brand, id, cancellationToken) is not { } run) return new PenaltyRunNotFound();
        if (run.State is PenaltyRunState.Cancelled) return run;
        if (!run.IsOpen || !await administration.CancelPenaltyRunAsync(run, by, cancellationToken)) return new PenaltyRunEnded();
        return (await runs.FindAsync(by.Brand, id, cancellationToken))!;
    }
}

/// <summary>Day end has charged everything, and nothing is left to staff.</summary>
public sealed record NothingToCharge() : Refusal(RefusalKind.Conflict, "nothing_to_charge", "No late charge is missing: day end made them all, and nothing is left to charge by hand today.");

/// <summary>One run at a time.</summary>
public sealed record PenaltyRunOpen() : Refusal(RefusalKind.Conflict, "penalty_run_open", "A run waits or is under way already.");

public sealed record PenaltyRunNotFound() : Refusal(RefusalKind.NotFound, "penalty_run_not_found", "There is no such run.");

/// <summary>It was decided otherwise.</summary>
public sealed record PenaltyRunDecided() : Refusal(RefusalKind.Conflict, "penalty_run_decided", "This run was decided already.");

/// <summary>There is nothing left to stop.</summary>
public sealed record PenaltyRunEnded() : Refusal(RefusalKind.Conflict, "penalty_run_over", "This run is over already.");
