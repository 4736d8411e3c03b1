using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Workers.Demo;

/// <summary>The people and systems around the demo loans of one Brand, acting through the real grains. A refusal is a mistake of the demo and stops it.</summary>
public sealed class DemoCast(string brand, DateOnly lastDay, IGrainFactory grains, Numbers numbers, FieldCipher cipher, TimeProvider clock)
{
    private readonly ILookup<StaffRole, DemoStaff> _staff = DemoBrands.Staff(brand).ToLookup(person => person.Role);

    public DateOnly LastDay => lastDay;

    public DateTimeOffset Now => clock.GetUtcNow();

    public (Actor, Grants) Staff(StaffRole role, int number)
    {
        var people = _staff[role].ToArray();
        var person = people[number % people.Length];
        return (new Actor(ActorKind.Staff, person.Id, person.Name, role.ToString()), StaffRoles.DefaultsOf(role));
    }

    public (Actor, Grants) Borrower(string customerId) => (new Actor(ActorKind.Borrower, customerId, "Borrower"), Grants.OfBorrower(customerId));

    public (Actor, Grants) Provider(string name) => (Actor.Provider(name), Grants.Everything);

    public Task<string> NextLoanIdAsync(DateOnly day, CancellationToken cancellationToken) => numbers.NextAsync(brand, "LN", day, cancellationToken);

    public async Task<string> RegisterAsync(DemoPerson person, DateOnly day, CancellationToken cancellationToken)
    {
        var id = await numbers.NextAsync(brand, "CU", day, cancellationToken);
        await TellAsync(id, new RegisterCustomer(id, Seal(Field.Mobile, person.Mobile), Seal(Field.Email, person.Email), WhatsAppOptIn: true), cancellationToken);
        return id;
    }

    /// <summary>The onboarding steps; without <paramref name="whole"/> only the first two, as somebody who stopped half way.</summary>
    public async Task OnboardAsync(string customerId, DemoPerson person, bool whole, CancellationToken cancellationToken)
    {
        var profile = new PersonalProfile(
            Seal(Field.Name, person.Name), Seal(Field.BirthDate, person.BornOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new DateOnly(person.BornOn.Year, person.BornOn.Month, 1), person.Gender, "married", Seal(Field.Name, person.FatherName),
            Seal(Field.Name, person.MotherName), "not stated", Seal(Field.Address, person.Address), person.Pincode);
        await TellAsync(customerId, new SaveProfile(profile), cancellationToken);
        if (!whole) return;
        await TellAsync(customerId, new RecordPanCheck(Seal(Field.Pan, person.Pan), PanCheckResult.Matched, $"demo-pan-{customerId}"), cancellationToken);
        await TellAsync(customerId, new RecordAadhaarCheck(Seal(Field.Aadhaar, person.Aadhaar), AadhaarCheckResult.Matched, $"demo-aadhaar-{customerId}"), cancellationToken);
        await TellAsync(customerId, new RecordBankAccount(
            Seal(Field.BankAccount, person.Account), person.Ifsc, Seal(Field.Name, person.Name.ToUpperInvariant()), 100, $"demo-bank-{customerId}"), cancellationToken);
        await TellAsync(customerId, new GiveConsent("1", "1", DataSharing: true, BureauEnquiry: true), cancellationToken);
    }

    /// <summary>What somebody gives again who takes another loan after a repaid one: the account is checked once more, and consent is given for it.</summary>
    public async Task RefreshAsync(string customerId, DemoPerson person, string formerLoanId, CancellationToken cancellationToken)
    {
        await TellAsync(customerId, new RecordBankAccount(
            Seal(Field.BankAccount, person.Account), person.Ifsc, Seal(Field.Name, person.Name.ToUpperInvariant()), 100, $"demo-bank-{formerLoanId}"), cancellationToken, $":{formerLoanId}");
        await TellAsync(customerId, new GiveConsent("1", "1", DataSharing: true, BureauEnquiry: true) { ForReloanOf = formerLoanId }, cancellationToken, $":{formerLoanId}");
    }

    public async Task<Loan> LookAsync(string loanId, CancellationToken cancellationToken)
    {
        var found = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        return found.IsRefused ? throw Refused(loanId, "look", found.Refusal) : found.Value;
    }

    /// <summary>Whether a change fits the loan as it stands; a story must not depend on that.</summary>
    public async Task<bool> WouldAcceptAsync(string loanId, (Actor Actor, Grants Grants) who, LoanChange change, CancellationToken cancellationToken)
    {
        var context = new CommandContext($"demo:{loanId}:preview", brand, who.Actor, who.Grants, Guid.CreateVersion7());
        return !(await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).PreviewAsync(change, context, cancellationToken)).IsRefused;
    }

    public async Task<Loan> DoAsync(
        string loanId, (Actor Actor, Grants Grants) who, LoanCommand command, string commandId, CancellationToken cancellationToken)
    {
        var request = new LoanRequest(command, new CommandContext(commandId, brand, who.Actor, who.Grants, Guid.CreateVersion7()));
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).ExecuteAsync(request, cancellationToken);
        return outcome.IsRefused ? throw Refused(loanId, command.GetType().Name, outcome.Refusal) : outcome.Value;
    }

    private async Task TellAsync(string customerId, CustomerCommand command, CancellationToken cancellationToken, string again = "")
    {
        var (actor, grants) = Borrower(customerId);
        var context = new CommandContext($"demo:{customerId}:{command.GetType().Name}{again}", brand, actor, grants, Guid.CreateVersion7());
        var outcome = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brand, customerId)).ExecuteAsync(new CustomerRequest(command, context), cancellationToken);
        if (outcome.IsRefused) throw Refused(customerId, command.GetType().Name, outcome.Refusal);
    }

    private Sealed Seal(Field field, string clear) => cipher.Seal(brand, field, clear);

    private static InvalidOperationException Refused(string id, string what, Refusal refusal) => new($"{id}: {what} was refused: {refusal.Code}.");
}
