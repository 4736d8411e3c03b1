using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>What adds up in any answer; cheaper than an assertion a row, for it is asked hundreds of thousands of times.</summary>
internal static class Adding
{
    public static void Check(Checkpoint checkpoint)
    {
        var (due, outstanding, principal) = (0m, 0m, 0m);
        foreach (var row in checkpoint.Schedule)
        {
            if (row.Due != row.Principal + row.Interest + row.Fees + row.Penalties || row.Outstanding < 0 || row.Paid < 0) Assert.Fail($"after event {checkpoint.AfterEvent}: {row}");
            due += row.Due;
            outstanding += row.Outstanding;
            principal += row.Principal;
        }

        Assert.Equal((checkpoint.Totals.Due, checkpoint.Totals.Outstanding, checkpoint.Totals.Principal), (due, outstanding, principal));
        Assert.Equal(checkpoint.LoanOutstanding, outstanding);
        Assert.True(checkpoint.LoanOverpaid >= 0);
    }

    /// <summary>Money that came in is in the rows or overpaid, and every movement has its parts.</summary>
    public static void CheckMoney(Checkpoint checkpoint)
    {
        var received = 0m;
        foreach (var movement in checkpoint.Transactions)
        {
            if (movement.Reverted || movement.Type is TransactionKind.Disbursement) continue;
            if (movement.Amount != movement.Principal + movement.Interest + movement.Fees + movement.Penalties + movement.Overpayment)
                Assert.Fail($"after event {checkpoint.AfterEvent}: {movement}");
            received += movement.Amount;
        }

        Assert.Equal(received, checkpoint.Totals.Paid + checkpoint.LoanOverpaid);
    }

    public static void CheckSame(Checkpoint one, Checkpoint other)
    {
        Assert.Equal(one with { Schedule = [], Transactions = [], Disbursements = [] }, other with { Schedule = [], Transactions = [], Disbursements = [] });
        Assert.True(one.Schedule.SequenceEqual(other.Schedule) && one.Transactions.SequenceEqual(other.Transactions) && one.Disbursements.SequenceEqual(other.Disbursements));
    }
}
