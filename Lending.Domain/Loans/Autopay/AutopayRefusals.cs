namespace Lending.Domain;

/// <summary>A loan has one mandate at a time.</summary>
public sealed record MandateStands(string State) : Refusal(RefusalKind.Conflict, "mandate_stands", $"The loan has a mandate already, which is {State}. Cancel it first.");

/// <summary>The last mandate's debit may still be paid; a new mandate would ask for the same money again.</summary>
public sealed record DebitUnderWay(DateOnly DebitOn)
    : Refusal(RefusalKind.Conflict, "debit_under_way", $"The bank has not answered yet whether the debit of {DebitOn:yyyy-MM-dd} was paid. Try again when it has.");

/// <summary>What a line of credit asks for next month is not known when a mandate is given.</summary>
public sealed record NoMandateForCreditLine()
    : Refusal(RefusalKind.Conflict, "no_mandate_for_credit_line", "A credit line is paid by link or transfer; what its statements will ask for is not known ahead.");

public sealed record MandateNotFound() : Refusal(RefusalKind.NotFound, "mandate_not_found", "The loan has no mandate that is asked for or active.");

public sealed record MandateAmountOutOfRange(Money Min, Money Max)
    : Refusal(RefusalKind.Unprocessable, "mandate_amount_out_of_range", $"One debit may be {Min} to {Max} at most.", "maxAmount");

public sealed record MandateDateOutOfRange(DateOnly Min, DateOnly Max)
    : Refusal(RefusalKind.Unprocessable, "mandate_date_out_of_range", $"The mandate must end between {Min:yyyy-MM-dd} and {Max:yyyy-MM-dd}.", "validUntil");
