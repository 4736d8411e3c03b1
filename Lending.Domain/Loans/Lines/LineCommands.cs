namespace Lending.Domain;

/// <summary>Money is asked for from an open line. DrawId is made by the client. Channel: one of <see cref="PayoutChannels.Offered"/>.</summary>
public sealed record RequestDraw(string DrawId, Money Amount, string Channel) : LoanCommand;

/// <summary>Another person lets the draw be paid. Net is the amount they saw; another amount is refused.</summary>
public sealed record ApproveDraw(string DrawId, Money Net) : LoanCommand;

/// <summary>Another person turns the draw down.</summary>
public sealed record ReturnDraw(string DrawId, string Reason) : LoanCommand;

/// <summary>Borrower or staff close a line that owes nothing.</summary>
public sealed record CloseLine(string Reason) : LoanCommand;
