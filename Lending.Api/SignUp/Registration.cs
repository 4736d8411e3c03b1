using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Api.SignUp;

/// <summary>Finds the customer of a proven contact, or registers a new one. One contact is one customer of a Brand.</summary>
public sealed class Registration(IGrainFactory grains, LendingDatabase database, FieldCipher cipher, Journal journal, Numbers numbers, Brands brands)
{
    public sealed record SignedUp(string CustomerId, bool IsNew);

    public async Task<Outcome<SignedUp>> SignUpOrInAsync(OtpChallenge challenge, HttpContext http, CancellationToken cancellationToken)
    {
        var isMobile = challenge.Field is Field.Mobile;
        if (await FindAsync(challenge, cancellationToken) is { } known) return new SignedUp(known, IsNew: false);

        var brand = await brands.GetAsync(challenge.Brand, cancellationToken);
        var id = await numbers.NextAsync(brand.Code, "CU", brand.BusinessDate, cancellationToken);
        var command = new RegisterCustomer(
            id, isMobile ? challenge.Contact : null, isMobile ? null : challenge.Contact, challenge.WhatsAppOptIn);
        var context = new CommandContext(
            CommandIdOf(challenge), brand.Code, Caller.ActorOf(http, id), Grants.OfBorrower(id), Correlation.Of(http));
        var outcome = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brand.Code, id))
            .ExecuteAsync(new CustomerRequest(command, context), cancellationToken);

        // The command id is made of the contact, so of two that sign up at once the journal takes one; the other is signed in.
        if (await journal.FindCommandAsync(brand.Code, context.CommandId, cancellationToken) is { } first)
            return new SignedUp(first.Id, IsNew: first.Id == id);
        return outcome.Refusal ?? new CustomerNotFound();
    }

    private static string CommandIdOf(OtpChallenge challenge) => $"register:{challenge.Contact.Hash}";

    private async Task<string?> FindAsync(OtpChallenge challenge, CancellationToken cancellationToken)
    {
        if (await journal.FindCommandAsync(challenge.Brand, CommandIdOf(challenge), cancellationToken) is { } registered) return registered.Id;

        // A contact sealed before the master key was changed has another hash.
        var hashes = cipher.HashesOf(challenge.Brand, challenge.Field, cipher.Open(challenge.Brand, challenge.Field, challenge.Contact));
        const string ByMobile = "SELECT id FROM customer WHERE brand = $1 AND mobile_hash = ANY ($2) ORDER BY id LIMIT 1";
        const string ByEmail = "SELECT id FROM customer WHERE brand = $1 AND email_hash = ANY ($2) ORDER BY id LIMIT 1";
        return await database.FirstAsync(
            challenge.Brand, challenge.Field is Field.Mobile ? ByMobile : ByEmail, [challenge.Brand, hashes], row => row.GetString(0), cancellationToken);
    }
}
