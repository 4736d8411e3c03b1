using Lending.Data;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Customers;

/// <summary>Shows one personal value in clear to someone who may see it, after writing down who saw it and why.</summary>
public sealed class ClearValues(StaffSession session, CustomerFileQuery customers, ReadAudit audit, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Null when the person may not see it or there is no such value.</summary>
    public async Task<string?> ShowAsync(string customerId, Field field, string reason, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        if (!person.May(Permission.ClearValues, Level.Read)) return null;
        if (await customers.RunAsync(person.Brand, customerId, cancellationToken) is not { } file || Of(file.State, field) is not { } value) return null;

        // Written before it is shown: a value seen without a trace is worse than a trace of a value not seen.
        await audit.AddAsync(person.Brand, new ClearRead(person.StaffId, customerId, field, reason, person.Origin, clock.GetUtcNow()), cancellationToken);
        return cipher.Open(person.Brand, field, value);
    }

    private static Sealed? Of(Customer customer, Field field) => field switch
    {
        Field.Mobile => customer.Mobile,
        Field.Email => customer.Email,
        Field.Pan => customer.Pan,
        Field.Aadhaar => customer.Aadhaar,
        Field.BankAccount => customer.BankAccount?.AccountNumber,
        Field.Name => customer.Profile?.FullName,
        Field.BirthDate => customer.Profile?.BornOn,
        Field.Address => customer.Profile?.Address,
        _ => null,
    };
}
