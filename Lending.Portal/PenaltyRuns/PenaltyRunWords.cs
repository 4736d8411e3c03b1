using System.Collections.Immutable;
using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.PenaltyRuns;

/// <summary>A run of late charges in words.</summary>
public static class PenaltyRunWords
{
    /// <summary>What is missing, line by line.</summary>
    public static IReadOnlyList<KeyLine> Missing(PenaltyPreview preview) =>
    [
        new("Loans to charge", MoneyFormat.Count(preview.Loans), preview.Loans > 0 ? Tone.Warn : Tone.Good),
        .. preview.Amounts.IsEmpty ? (KeyLine[])[new("Charges", "–")] : [.. preview.Amounts.Select(sum => new KeyLine($"Charges in {sum.Currency.Code}", MoneyFormat.Full(sum)))],
        new("Loans set aside by day end", MoneyFormat.Count(preview.SetAside), preview.SetAside > 0 ? Tone.Warn : Tone.Good),
        .. preview.Unreadable == 0 ? (KeyLine[])[] : [new("Of them not to be worked out", MoneyFormat.Count(preview.Unreadable), Tone.Bad)],
    ];

    /// <summary>"12 loans, ₹ 3,000.00".</summary>
    public static string Expected(PenaltyRun run) =>
        $"{MoneyFormat.Count(run.ExpectedLoans)} {(run.ExpectedLoans == 1 ? "loan" : "loans")}{string.Concat(run.Expected.Select(sum => $", {MoneyFormat.Full(sum)}"))}";

    /// <summary>The amount where there is one; amounts of different currencies have no sum.</summary>
    public static Money? OneSum(ImmutableArray<Money> amounts) => amounts is [var only] ? only : null;

    /// <summary>How much of it is done, in percent of the bar.</summary>
    public static string Share(PenaltyRun run) =>
        (run.State is PenaltyRunState.Done ? 100m : run.Total == 0 ? 0m : Math.Min(100m, run.Done * 100m / run.Total)).ToString("0.#", CultureInfo.InvariantCulture);

    public static StatusLook LookOf(PenaltyRunState state) => state switch
    {
        PenaltyRunState.Asked => new("Asked for", Tone.Info, "clock_16_regular"),
        PenaltyRunState.Requested => new("Waiting", Tone.Info, "clock_16_regular"),
        PenaltyRunState.Running => new("Running", Tone.Info, "arrow_sync_16_regular"),
        PenaltyRunState.Done => new("Done", Tone.Good, "checkmark_circle_16_regular"),
        PenaltyRunState.Failed => new("Loans set aside", Tone.Bad, "error_circle_16_filled"),
        PenaltyRunState.TurnedDown => new("Turned down", Tone.Neutral, "prohibited_16_regular"),
        PenaltyRunState.Cancelled => new("Stopped", Tone.Neutral, "prohibited_16_regular"),
        _ => new("Day was over", Tone.Neutral, "prohibited_16_regular"),
    };
}
