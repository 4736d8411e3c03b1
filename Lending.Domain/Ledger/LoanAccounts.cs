using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// The accounts of one loan. They are fixed when it is paid out and never change, so that what is on an account is cleared from that account,
/// whatever the Brand or a later version of the product has chosen since.
/// </summary>
public static class LoanAccounts
{
    /// <summary>The account of this loan that serves a purpose, or a part of it.</summary>
    public static string NumberOf(ImmutableArray<AccountMapping>? mapping, LedgerPurpose purpose, string? part = null)
    {
        if (mapping is not { } own) return Accounts.For(purpose).Number;
        var general = Accounts.For(purpose).Number;
        foreach (var each in own)
        {
            if (each.Purpose != purpose) continue;
            if (part is not null && each.Answers(purpose, part)) return each.Number;
            if (each.Part is null) general = each.Number;
        }

        return general;
    }

    /// <summary>Whether income of fees is told apart by fee.</summary>
    internal static bool TellsFeesApart(Loan loan) => loan.LedgerAccounts is { } own && own.Any(static each => each is { Purpose: LedgerPurpose.FeeIncome, Part: not null });

    /// <summary>The lines of an event on the accounts of its loan.</summary>
    internal static ImmutableArray<Posting> Place(ImmutableArray<Posting> lines, Loan before, LoanEvent @event)
    {
        var mapping = @event is LoanDisbursed disbursed ? disbursed.Accounts : before.LedgerAccounts;
        if (mapping is null || lines.IsEmpty) return lines;
        var channel = ChannelOf(before, @event);
        var placed = ImmutableArray.CreateBuilder<Posting>(lines.Length);
        foreach (var line in lines)
        {
            var account = line.Account;
            var part = account.Purpose is LedgerPurpose.PayoutClearing or LedgerPurpose.CollectionClearing ? channel : account.Part;
            placed.Add(line with { Account = account with { Number = NumberOf(mapping, account.Purpose, part), Part = null } });
        }

        return placed.MoveToImmutable();
    }

    /// <summary>The channel its money came or went by. Money that goes back is taken from where it came in.</summary>
    private static string? ChannelOf(Loan before, LoanEvent @event) => @event switch
    {
        PaymentReceived e => e.Channel,
        LoanChanged { Outcome.Reversed: { } reversed } => reversed.Channel,
        LineDrawPaid e => e.Channel,
        LoanDisbursed e => (before.Payout?.Of(e.Reference) ?? before.Payout)?.Channel,
        LoanChanged { Change: Cancellation } => before.Payout?.Channel,
        _ => null,
    };
}
