using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>Collects the lines of a statement and the balance after each.</summary>
internal sealed class StatementLines(Money opening)
{
    private readonly ImmutableArray<AccountStatementLine>.Builder _lines = ImmutableArray.CreateBuilder<AccountStatementLine>();
    private readonly Money _opening = opening;
    private readonly Money _zero = Money.Zero(opening.Currency);
    private NightsSum _nights = NightsSum.None(opening.Currency);

    /// <summary>The balance so far, nights that have no line yet included.</summary>
    public Money Balance { get; private set; } = opening;

    /// <summary>Grown: by how much the event raised what is owed.</summary>
    public void Add(DateOnly on, Loan before, LoanEvent @event, Money grown)
    {
        Balance += grown;
        if (@event is DayClosed night)
        {
            Night(night, before, grown);
            return;
        }

        Nights();
        switch (@event)
        {
            case LoanDisbursed paidOut:
                Line(on, $"Loan paid out, {AmountText.Text(paidOut.Net)} to you", grown);
                break;
            case PaymentReceived payment:
                Line(on, PaymentText(payment), -payment.Amount);
                Line(on, RestText(payment), grown + payment.Amount);
                break;
            case LoanChanged changed:
                Line(on, Sentence(ChangeKinds.WordsOf(ChangeKinds.CodeOf(changed.Change))), grown);
                break;
            default:
                Line(on, "Correction", grown);
                break;
        }
    }

    public ImmutableArray<AccountStatementLine> Done()
    {
        Nights();
        return _lines.ToImmutable();
    }

    private void Night(DayClosed night, Loan before, Money grown)
    {
        var (interest, penalty, fees) = (_zero, _zero, _zero);
        foreach (var accrual in night.Accruals) (interest, penalty) = (interest + accrual.InterestPosted, penalty + accrual.PenaltyPosted);
        foreach (var number in night.FeesCharged ?? [])
            if (before.Instalments[number - 1].Fee is { } fee) fees += fee.Amount - fee.Posted;
        _nights = new(
            _nights.Count + 1, night.Date, _nights.Interest + interest, _nights.Penalty + penalty, _nights.Fees + fees,
            _nights.Other + grown - interest - penalty - fees);
    }

    /// <summary>The nights since the last line, in one line for each of what they brought.</summary>
    private void Nights()
    {
        if (_nights.Count == 0) return;
        var (count, last, interest, penalty, fees, other) = _nights;
        _nights = NightsSum.None(_opening.Currency);
        var over = count == 1 ? "1 night" : $"{count.ToString(CultureInfo.InvariantCulture)} nights";
        Line(last, $"Interest, {over}", interest);
        Line(last, "Charges for paying late", penalty);
        Line(last, "Fee with the instalment", fees);
        Line(last, "Correction", other);
    }

    private void Line(DateOnly on, string text, Money amount)
    {
        if (amount.IsZero) return;
        var before = _lines.Count == 0 ? _opening : _lines[^1].Balance;
        _lines.Add(new AccountStatementLine(on, text, amount, before + amount));
    }

    private static string PaymentText(PaymentReceived payment) => payment.Channel switch
    {
        PaymentChannels.Autopay => "Payment by automatic debit, with thanks",
        PaymentChannels.Refinance => "Paid off by your new loan",
        _ => $"Payment received ({payment.Channel}), with thanks",
    };

    /// <summary>What a payment did to the balance besides lowering it by its amount.</summary>
    private static string RestText(PaymentReceived payment) => payment switch
    {
        { EarlyCharge: not null } or { Effect: not null } => "Charge for paying early",
        { IsRecovery: true } => "Counted against the debt written off",
        { Outcome.Closure: Closure.Settled } => "Given up by the settlement",
        { ValueOn: { } from } => $"Worked out again from {from.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}",
        _ => "Correction",
    };

    private static string Sentence(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>What so many nights in a row brought.</summary>
    private sealed record NightsSum(int Count, DateOnly Last, Money Interest, Money Penalty, Money Fees, Money Other)
    {
        public static NightsSum None(Currency currency)
        {
            var zero = Money.Zero(currency);
            return new(0, default, zero, zero, zero, zero);
        }
    }
}
