using Lending.Domain;
using Lending.Portal.Autopay;
using Lending.Portal.Changes;
using Lending.Portal.Components;
using Lending.Portal.Reloans;
using JournalEntry = Lending.Data.TimelineEntry;

namespace Lending.Portal.Loans;

/// <summary>The events of a loan or customer in the words of the timeline.</summary>
public static class LoanStory
{
    private const string Application = "Application";
    private const string Decisions = "Decisions";
    private const string Agreement = "Agreement";
    private const string Payouts = "Payouts";
    private const string Payments = "Payments";
    private const string Changes = "Changes";
    private const string DayEnd = "Day end";
    private const string Kyc = "KYC";
    private const string Reloans = "Re-loans";

    public static TimelineEntry Of(JournalEntry entry)
    {
        var (title, detail, icon, tone, kind) = Words(entry.Fact);
        return new($"{entry.Version}", entry.RecordedAt, title, string.IsNullOrWhiteSpace(detail) ? null : detail, ActorOf(entry.Actor), icon, tone, kind)
        {
            Traces = [("Command", entry.CommandId), ("Correlation", entry.CorrelationId.ToString("N"))],
        };
    }

    /// <summary>Staff and systems by name; a borrower is never named in a list of events.</summary>
    public static string ActorOf(Actor actor) => actor.Kind switch
    {
        ActorKind.Borrower => "Borrower",
        ActorKind.Staff => actor.Name,
        _ => StatusLooks.Of(actor.Name).Word,
    };

    private static (string Title, string? Detail, string Icon, Tone Tone, string Kind) Words(IFact fact) => fact switch
    {
        ApplicationStarted e => ($"Application for {Full(e.Amount)}", $"{e.ProductCode}, version {e.ProductVersion}{(e.ReloanOf is { } former ? $", re-loan after {former}" : "")}", "drafts_16_regular", Tone.Neutral, Application),
        ApplicationSubmitted => ("Application submitted", null, "clipboard_task_16_regular", Tone.Info, Application),
        ApplicationCancelled e => ("Application cancelled", e.Reason, "prohibited_16_regular", Tone.Neutral, Application),
        CreditApproved e => ($"Credit approved {Full(e.Amount)}", Joined(e.Overrides is null ? null : "with terms of its own", e.Note), "checkmark_circle_16_regular", Tone.Info, Decisions),
        CreditRejected e => ("Rejected by credit", Reasoned(e.ReasonCode, e.Note), "dismiss_circle_16_filled", Tone.Bad, Decisions),
        ApplicationSentBack e => ("Sent back to the borrower", e.Note, "arrow_reply_16_regular", Tone.Warn, Decisions),
        LoanSanctioned e => ($"Sanctioned {Full(e.Amount)}", Joined($"{Full(e.Net)} after charges{(e.Overrides is null ? "" : ", with terms of its own")}", e.Note), "shield_checkmark_16_regular", Tone.Info, Decisions),
        SanctionRejected e => ("Rejected at sanction", Reasoned(e.ReasonCode, e.Note), "dismiss_circle_16_filled", Tone.Bad, Decisions),
        SanctionSentBack e => ("Sent back to credit", e.Note, "arrow_reply_16_regular", Tone.Warn, Decisions),
        AgreementIssued e => ("Agreement issued", $"Signing link open until {Dates.Date(e.ExpiresOn)}", "document_text_16_regular", Tone.Info, Agreement),
        AgreementSigned => ("Agreement signed", "Hash equals the issued copy", "signature_16_regular", Tone.Good, Agreement),
        AgreementResent => ("New agreement asked for", "the old signing link had expired", "arrow_clockwise_16_regular", Tone.Info, Agreement),
        DisbursementProposed e => ($"Payout of {Full(e.Net)} proposed", e.Channel, "arrow_circle_right_16_regular", Tone.Info, Payouts),
        DisbursementReturned e => ("Payout returned to maker", e.Note, "arrow_reply_16_regular", Tone.Warn, Payouts),
        DisbursementApproved e => ($"Payout of {Full(e.Net)} approved", $"{e.Channel}, attempt {e.Attempt}", "checkmark_circle_16_regular", Tone.Info, Payouts),
        PayoutContradicted e => ("A payout called failed was paid too", $"bank reference {e.ProviderReference}; the money may have gone out twice", "error_circle_16_filled", Tone.Bad, Payouts),
        DisbursementFailed e => ("Payout failed", e.Reason, "error_circle_16_filled", Tone.Bad, Payouts),
        LoanDisbursed e => ($"Paid out {Full(e.Net)}", $"{e.Schedule.Length} instalment{(e.Schedule.Length == 1 ? "" : "s")}, first on {Dates.Date(e.Schedule[0].PayBy)}", "money_16_regular", Tone.Good, Payouts),
        DayClosed e => ($"Day closed {Dates.Date(e.Date)}", DayDetail(e), "calendar_clock_16_regular", e.Dpd > 0 ? Tone.Warn : Tone.Neutral, DayEnd),
        LineOpened e => ($"Line of credit open, {Full(e.Limit)}", $"until {Dates.Date(e.ValidThrough)}, first statement on {Dates.Date(e.Cycle.StatementOn)}", "money_16_regular", Tone.Good, Payouts),
        LineDrawRequested e => ($"Draw of {Full(e.Amount)} asked for", $"draw {e.Number}, {Full(e.Net)} after charges, {e.Channel}", "arrow_circle_right_16_regular", Tone.Info, Payouts),
        LineDrawApproved e => ($"Draw {e.Number} approved", e.ByProduct ? "within what the sanction lets be paid" : null, "checkmark_circle_16_regular", Tone.Info, Payouts),
        LineDrawReturned e => ($"Draw {e.Number} turned down", e.Reason, "arrow_reply_16_regular", Tone.Warn, Payouts),
        LineDrawFailed e => ($"Draw {e.Number} failed", e.Reason, "error_circle_16_filled", Tone.Bad, Payouts),
        LineDrawPaid e => ($"Drawn {Full(e.Amount)}", $"draw {e.Number}, {Full(e.Net)} sent", "money_16_regular", Tone.Good, Payouts),
        LineStatementMade e => ($"Statement {e.Cycle.Number}", e.MinimumDue.IsZero ? $"balance {Full(e.Closing)}, nothing due" : $"balance {Full(e.Closing)}, at least {Full(e.MinimumDue)} by {Dates.Date(e.Cycle.PayBy)}", "document_text_16_regular", Tone.Info, DayEnd),
        PaymentLinkIssued e => ($"Payment link for {Full(e.Amount)}", $"open until {Dates.Date(e.ExpiresOn)}", "link_16_regular", Tone.Neutral, Payments),
        PaymentLinkRequested e => ($"Payment link for {Full(e.Amount)} asked for", $"to be open until {Dates.Date(e.ExpiresOn)}", "link_16_regular", Tone.Neutral, Payments),
        PaymentLinkRefused e => ("Payment link not made", StatusLooks.Of(e.Reason).Word, "error_circle_16_filled", Tone.Bad, Payments),
        MandateRequested e => ($"Mandate for at most {Full(e.Most)} asked for", $"until {Dates.Date(e.ValidUntil)}", "arrow_clockwise_16_regular", Tone.Neutral, Payments),
        MandateIssued => ("Mandate sent to the borrower", null, "link_16_regular", Tone.Neutral, Payments),
        MandateConfirmed e => ("Mandate approved by the borrower", e.Number, "checkmark_circle_16_regular", Tone.Good, Payments),
        MandateEnded e => ($"Mandate {e.Ending.ToString().ToLowerInvariant()}", AutopayWords.WordOf(e.Reason), "prohibited_16_regular", e.Ending is MandateEnding.Cancelled or MandateEnding.Expired ? Tone.Neutral : Tone.Warn, Payments),
        AutopayAnnounced e => ($"Debit of {Full(e.Amount)} announced", $"for {Dates.Date(e.DebitOn)}{(e.Attempt > 1 ? $", attempt {e.Attempt}" : null)}", "clock_16_regular", Tone.Info, Payments),
        AutopayPresented e => ($"Debit of {Full(e.Amount)} presented", null, "arrow_circle_right_16_regular", Tone.Info, Payments),
        AutopayWithdrawn e => ("Debit not made", AutopayWords.WordOf(e.Reason), "prohibited_16_regular", Tone.Neutral, Payments),
        AutopayFailed e => ("Debit failed", Joined(AutopayWords.WordOf(e.Code), e.NextTry is { } again ? $"Tried again from {Dates.Date(again)}" : null), "error_circle_16_filled", Tone.Bad, Payments),
        PaymentProposed e => ($"Payment of {Full(e.Amount)} recorded", Joined($"{e.Channel} {e.Reference}, waits for another person", e.Note), "receipt_16_regular", Tone.Info, Payments),
        PaymentRejected e => ("Recorded payment refused", e.Reason, "dismiss_circle_16_filled", Tone.Bad, Payments),
        PaymentReceived e => ($"{KindOf(e)} {Full(e.Amount)}", Allocated(e), "receipt_money_16_regular", Tone.Good, Payments),
        LoanCompleted => ("Loan completed", null, "checkmark_circle_16_regular", Tone.Good, Payments),
        LoanChangeProposed e => ($"{ChangeWords.NameOf(e.Change)} asked for", Joined(ChangeWords.DetailOf(e.Change), e.Note), ChangeWords.IconOf(e.Change), Tone.Info, Changes),
        LoanChangeRejected e => ("Change turned down", e.Reason, "dismiss_circle_16_filled", Tone.Bad, Changes),
        LoanChanged e => (ChangeWords.NameOf(e.Change), ChangeWords.DetailOf(e.Change), ChangeWords.IconOf(e.Change), ChangeWords.ToneOf(e.Change), Changes),
        StatementIssued e => ($"Account statement through {Dates.Date(e.To)}", $"balance {Full(e.Closing)}", "document_text_16_regular", Tone.Neutral, Payments),
        BillIssued e => ($"Bill of instalment {e.Bill.Number}", $"{Full(e.Bill.Total)} by {Dates.Date(e.Bill.PayBy)}", "document_text_16_regular", Tone.Neutral, Payments),
        ReloanChecked { Offer: { } offer } e => ($"Re-loan of {Full(offer.Amount)} possible", $"check {e.Number}, {ReloanWords.HikeOf(offer)}", "arrow_clockwise_16_regular", Tone.Good, Reloans),
        ReloanChecked e => ("No re-loan", string.Join(", ", e.Findings.Where(finding => !finding.Passed).Select(finding => ReloanWords.NameOf(finding.Rule).ToLowerInvariant())), "arrow_clockwise_16_regular", Tone.Neutral, Reloans),
        ReloanApproved e => ("Re-loan offered to the borrower", e.Note, "checkmark_circle_16_regular", Tone.Info, Reloans),
        ReloanRejected e => ("Re-loan rejected", e.Reason, "dismiss_circle_16_filled", Tone.Bad, Reloans),
        ReloanCancelled e => ($"Re-loan {(e.Ending is ReloanEnding.Withdrawn ? "withdrawn" : StatusLooks.Of(e.Ending).Word.ToLowerInvariant())}", e.Ending is ReloanEnding.Expired ? null : e.Reason, "prohibited_16_regular", Tone.Neutral, Reloans),
        ReloanAccepted e => ($"Re-loan of {Full(e.Amount)} taken", $"became {e.ApplicationId}", "checkmark_circle_16_regular", Tone.Good, Reloans),
        CertificateIssued => ("No-due certificate issued", null, "document_text_16_regular", Tone.Good, Agreement),
        CustomerRegistered => ("Registered", "after the one-time code", "person_add_16_regular", Tone.Neutral, Kyc),
        ProfileSaved => ("Profile saved", null, "person_16_regular", Tone.Neutral, Kyc),
        PanChecked e => ($"PAN checked: {StatusLooks.Of(e.Result).Word.ToLowerInvariant()}", null, "shield_task_16_regular", e.Result is PanCheckResult.Matched ? Tone.Good : Tone.Bad, Kyc),
        AadhaarChecked e => ($"Aadhaar checked: {StatusLooks.Of(e.Result).Word.ToLowerInvariant()}", null, "shield_task_16_regular", e.Result is AadhaarCheckResult.Matched ? Tone.Good : Tone.Bad, Kyc),
        BankAccountChecked e => ($"Bank account checked: name {e.NameMatchPercent}{MoneyFormat.NoBreakSpace}%", e.Ifsc, "building_bank_16_regular", e.Verified ? Tone.Good : Tone.Bad, Kyc),
        ConsentGiven e => ("Consent given", $"terms {e.TermsVersion}, privacy {e.PrivacyVersion}{(e.ForReloanOf is { } former ? $", for the re-loan after {former}" : "")}", "checkmark_circle_16_regular", Tone.Good, Kyc),
        _ => (StatusLooks.Of(fact.GetType().Name).Word, null, "circle_16_regular", Tone.Neutral, Application),
    };

    private static string Full(Money money) => MoneyFormat.Full(money);

    private static string? Joined(string? first, string? second) => string.IsNullOrWhiteSpace(second) ? first : string.IsNullOrWhiteSpace(first) ? second : $"{first}. {second}";

    private static string? Reasoned(string code, string note) => Joined(StatusLooks.Of(code).Word, note);

    private static string? DayDetail(DayClosed e)
    {
        if (e.Accruals.IsEmpty) return e.Dpd > 0 ? $"{e.Dpd} DPD" : null;
        var currency = e.Accruals[0].InterestPosted.Currency;
        var interest = e.Accruals.Aggregate(Money.Zero(currency), (sum, day) => sum + day.InterestPosted);
        var penalty = e.Accruals.Aggregate(Money.Zero(currency), (sum, day) => sum + day.PenaltyPosted);
        var parts = new List<string>();
        if (!interest.IsZero) parts.Add($"interest {Full(interest)}");
        if (!penalty.IsZero) parts.Add($"penalty {Full(penalty)}");
        if (e.Dpd > 0) parts.Add($"{e.Dpd} DPD");
        return string.Join(", ", parts);
    }

    private static string KindOf(PaymentReceived e) =>
        e.Closes ? "Closing payment" : e.IsRecovery ? "Recovery" : e.Outcome?.Closure is Closure.Settled ? "Settlement paid" : e.Effect is null ? "Payment" : "Part prepayment";

    private static string Allocated(PaymentReceived e)
    {
        var zero = Money.Zero(e.Amount.Currency);
        var principal = e.Allocations.Aggregate(zero, (sum, part) => sum + part.Principal);
        var interest = e.Allocations.Aggregate(zero, (sum, part) => sum + part.Interest);
        var penalty = e.Allocations.Aggregate(zero, (sum, part) => sum + part.Penalty);
        var parts = new List<string> { e.Channel };
        if (e.ValueOn is { } on) parts.Add($"counts from {Dates.Date(on)}");
        if (e.Effect is { } effect) parts.Add(ChangeWords.EffectOf(effect));
        if (!principal.IsZero) parts.Add($"principal {Full(principal)}");
        if (!interest.IsZero) parts.Add($"interest {Full(interest)}");
        if (!penalty.IsZero) parts.Add($"penalty {Full(penalty)}");
        if (e.Advance.IsPositive) parts.Add($"advance {Full(e.Advance)}");
        return string.Join(", ", parts);
    }
}
