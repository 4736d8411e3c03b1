namespace Lending.Data;

/// <summary>The personal values that are sealed one by one. A name here is part of what the seal protects, so it never changes.</summary>
public enum Field { Mobile, Email, Pan, Aadhaar, BankAccount, Name, BirthDate, Address, TotpSecret }
