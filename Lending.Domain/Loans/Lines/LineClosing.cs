namespace Lending.Domain;

/// <summary>Opening a line when its agreement is signed, and closing it when nothing is owed.</summary>
internal static class LineClosing
{
    /// <summary>The limit is what was sanctioned, the tenure its validity in months.</summary>
    public static LineOpened Opened(Loan loan, Circumstances now)
    {
        var (product, today) = (LoanDecider.ProductOf(now), now.Today(loan));
        return new(today, loan.Sanctioned!.Value, ValidThrough(today, loan.Tenure), LineCycles.First(product.Line!, today, now.Brand.Settings.Calendar))
        {
            Accounts = AccountMapping.Of(product.Accounts, now.Accounts),
        };
    }

    /// <summary>The last of so many months.</summary>
    public static DateOnly ValidThrough(DateOnly openedOn, int months) => openedOn.AddMonths(months).AddDays(-1);

    /// <summary>Money kept in advance stays the customer's and can be sent back afterwards.</summary>
    public static LoanDecision Close(Loan loan, CloseLine command, Circumstances now)
    {
        if (loan.Line is null) return new NotACreditLine();
        if (loan.Account is AccountState.Completed) return LoanDecision.Nothing;
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (!loan.Line.Draws.IsEmpty) return new DrawUnderWay();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();
        return Booking.OnItsDay(loan, now, today =>
        {
            if (today.Account is not AccountState.Active) return LoanDecision.Nothing;
            if (!Revolving.IsIdle(today)) return new LineOwes(LoanFigures.PayoffOf(today));
            return LoanDecision.Accept(new LoanCompleted(now.Today(today))).AndThen(Farewell(today, now.Today(today), now));
        });
    }

    public static OutboxItem[] Farewell(Loan loan, DateOnly today, Circumstances now) =>
        [LoanOutbox.PrepareCertificate(loan, now), LoanOutbox.Message(MessageTemplates.LoanClosed, loan, now, date: today)];
}
