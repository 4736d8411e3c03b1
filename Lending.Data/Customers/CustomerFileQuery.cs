using Lending.Domain;

namespace Lending.Data;

/// <summary>One customer with their loans.</summary>
public sealed record CustomerFile(CustomerCard Card, Customer State, IReadOnlyList<BorrowerLoan> Loans);

/// <summary>Reads one customer, and finds a customer by what identifies them.</summary>
public sealed class CustomerFileQuery(LendingDatabase database, FieldCipher cipher, BorrowerLoansQuery loans)
{
    public async Task<CustomerFile?> RunAsync(string brand, string customerId, CancellationToken cancellationToken)
    {
        var found = await database.FirstAsync(brand, $"SELECT {CustomerCard.Columns}, c.state FROM customer c WHERE c.brand = $1 AND c.id = $2",
            [brand, customerId], row => (Card: CustomerCard.Read(row), State: StateJson.CustomerOf(row.GetString(15))), cancellationToken);
        return found.Card is null ? null : new(found.Card, found.State, await loans.RunAsync(brand, customerId, cancellationToken));
    }

    public Task<CustomerCard?> CardAsync(string brand, string customerId, CancellationToken cancellationToken) =>
        database.FirstAsync<CustomerCard>(brand, $"SELECT {CustomerCard.Columns} FROM customer c WHERE c.brand = $1 AND c.id = $2",
            [brand, customerId], CustomerCard.Read, cancellationToken);

    /// <summary>The id of the customer with this mobile, e-mail, PAN or Aadhaar; the first registered when several share it.</summary>
    public Task<string?> FindIdAsync(string brand, Field field, string clear, CancellationToken cancellationToken)
    {
        var column = field switch
        {
            Field.Mobile => "mobile_hash",
            Field.Email => "email_hash",
            Field.Pan => "pan_hash",
            Field.Aadhaar => "aadhaar_hash",
            Field.BankAccount => "account_hash",
            Field.Name or Field.BirthDate or Field.Address or Field.TotpSecret =>
                throw new ArgumentOutOfRangeException(nameof(field), field, "Nobody is found by this field."),
        };
        return database.FirstAsync<string>(brand, $"SELECT id FROM customer WHERE brand = $1 AND {column} = ANY($2) ORDER BY registered_at, id LIMIT 1",
            [brand, cipher.HashesOf(brand, field, clear)], row => row.GetString(0), cancellationToken);
    }
}
