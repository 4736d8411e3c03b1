using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>Something of the set-up that was made or changed: what ("brand.added"), the code or id it happened to, and who did it.</summary>
public sealed record AdministrativeAct(string What, string Subject, Actor Actor, string CommandId, Guid CorrelationId, DateTimeOffset At);

/// <summary>
/// Makes and changes what an installation is set up of, and keeps who did it: the act is recorded in the statement that does it, or neither is.
/// </summary>
public sealed class Administration(LendingDatabase database, Staff staff, TimeProvider clock)
{
    public const string BrandAdded = "brand.added";
    public const string ProductAdded = "product.added";
    public const string ProductActivated = "product.activated";
    public const string ProductDeactivated = "product.deactivated";
    public const string ClassificationAdded = "penalty-classification.added";
    public const string ClassificationActivated = "penalty-classification.activated";
    public const string ClassificationRetired = "penalty-classification.retired";
    public const string PenaltyRunAsked = "penalty-run.asked";
    public const string PenaltyRunStarted = "penalty-run.started";
    public const string PenaltyRunTurnedDown = "penalty-run.turned-down";
    public const string PenaltyRunCancelled = "penalty-run.cancelled";
    public const string AccountAdded = "account.added";
    public const string AccountRenamed = "account.renamed";
    public const string AccountRetired = "account.retired";
    public const string AccountChoiceAsked = "account.choice-asked";
    public const string AccountChosen = "account.chosen";
    public const string AccountChoiceTurnedDown = "account.choice-turned-down";
    public const string StaffAdded = "staff.added";
    public const string StaffReset = "staff.reset";
    public const string PaymentTaken = "payment.taken";

    /// <summary>False when the code is taken.</summary>
    public Task<bool> AddBrandAsync(Brand brand, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, BrandAdded, brand.Code, Brands.Insert, Brands.RowOf(brand), cancellationToken);

    /// <summary>False when that version is there already.</summary>
    public Task<bool> AddProductAsync(LoanProduct product, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ProductAdded, $"{product.Code} {product.Version}", Products.Insert, Products.RowOf(by.Brand, product), cancellationToken);

    /// <summary>A version that waits for somebody else to put it in force. False when it is there already.</summary>
    public Task<bool> DraftProductAsync(LoanProduct product, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ProductAdded, $"{product.Code} {product.Version}", Products.InsertDraft,
            [.. Products.RowOf(by.Brand, product), by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>New loans are made under this version from now on. False when there is no such version.</summary>
    public Task<bool> ActivateProductAsync(string code, int version, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ProductActivated, $"{code} {version}", Products.Activate, [by.Brand, code, version, by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>No new loans are made under the product. False when none were.</summary>
    public Task<bool> DeactivateProductAsync(string code, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ProductDeactivated, code, Products.Deactivate, [by.Brand, code], cancellationToken);

    /// <summary>A version that waits for somebody else to put it in force. False when it is there already.</summary>
    public Task<bool> DraftClassificationAsync(PenaltyClassification asked, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ClassificationAdded, $"{asked.Code} {asked.Version}", PenaltyClassifications.Insert,
            [.. PenaltyClassifications.RowOf(by.Brand, asked), by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>Products take this version from now on. False when there is no such version.</summary>
    public Task<bool> ActivateClassificationAsync(string code, int version, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ClassificationActivated, $"{code} {version}", PenaltyClassifications.Activate, [by.Brand, code, version, by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>No product takes it any more. False when none could, or when one in force has it.</summary>
    public Task<bool> RetireClassificationAsync(string code, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, ClassificationRetired, code, PenaltyClassifications.Retire, [by.Brand, code], cancellationToken);

    /// <summary>False when a run waits or is under way already, or the id was used.</summary>
    public Task<bool> AskPenaltyRunAsync(PenaltyRun run, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, PenaltyRunAsked, run.Words, PenaltyRuns.Insert, PenaltyRuns.RowOf(run), cancellationToken);

    /// <summary>False when it does not wait any more.</summary>
    public Task<bool> DecidePenaltyRunAsync(PenaltyRun run, bool approved, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, approved ? PenaltyRunStarted : PenaltyRunTurnedDown, run.Words, PenaltyRuns.Decide,
            [by.Brand, run.Id, approved ? nameof(PenaltyRunState.Requested) : nameof(PenaltyRunState.TurnedDown), by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>False when it is over already.</summary>
    public Task<bool> CancelPenaltyRunAsync(PenaltyRun run, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, PenaltyRunCancelled, run.Words, PenaltyRuns.Cancel, [by.Brand, run.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>False when the id or the e-mail is taken in this Brand. totpSecret in clear, sealed on the way.</summary>
    public Task<bool> AddStaffAsync(StaffMember member, string totpSecret, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, StaffAdded, member.Id, Staff.Insert, staff.RowOf(member, totpSecret), cancellationToken);

    /// <summary>Replaces password and authenticator of somebody and lets them in again. False when there is no such person.</summary>
    public Task<bool> ResetStaffAsync(string id, string passwordHash, string totpSecret, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, StaffReset, id, "UPDATE staff SET password_hash = $3, totp_secret = $4, active = true WHERE brand = $1 AND id = $2",
            [by.Brand, id, passwordHash, staff.SealedTotp(by.Brand, totpSecret)], cancellationToken);

    /// <summary>Money whose reference names no Brand becomes this Brand's to place, note saying why. False when another one was faster.</summary>
    public Task<bool> TakePaymentAsync(string reference, string note, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, PaymentTaken, reference, "UPDATE unmatched_payment SET brand = $1, taken_note = $3 WHERE brand = '' AND payment_reference = $2",
            [by.Brand, reference, note], cancellationToken);

    /// <summary>False when the number is taken.</summary>
    public Task<bool> AddAccountAsync(Account account, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, AccountAdded, $"{account.Number} {account.Name}", Charts.AddAccount,
            [by.Brand, account.Number, account.Name, account.Purpose.ToString(), account.ActiveFrom], cancellationToken);

    /// <summary>False when it is called so already.</summary>
    public Task<bool> RenameAccountAsync(Account account, string name, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, AccountRenamed, $"{account.Number} {account.Name} → {name}", Charts.RenameAccount,
            [by.Brand, account.Number, name, account.Purpose.ToString()], cancellationToken);

    /// <summary>False when it is retired already.</summary>
    public Task<bool> RetireAccountAsync(Account account, DateOnly on, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, AccountRetired, $"{account.Number} {account.Name}", Charts.RetireAccount,
            [by.Brand, account.Number, account.Name, account.Purpose.ToString(), on], cancellationToken);

    /// <summary>False when a change of the same choice waits already, or the id was used.</summary>
    public Task<bool> AskAccountChoiceAsync(AccountChoice choice, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, AccountChoiceAsked, choice.Words, AccountChoices.Insert,
            [by.Brand, choice.Id, choice.Purpose.ToString(), choice.Part, choice.Number, choice.AskedBy, choice.AskedAt], cancellationToken);

    /// <summary>False when it does not wait any more.</summary>
    public Task<bool> DecideAccountChoiceAsync(AccountChoice choice, bool approved, CommandContext by, CancellationToken cancellationToken) =>
        DoAsync(by, approved ? AccountChosen : AccountChoiceTurnedDown, choice.Words, AccountChoices.Decide,
            [by.Brand, choice.Id, approved ? "Approved" : "TurnedDown", by.Actor.Id, clock.GetUtcNow()], cancellationToken);

    /// <summary>What was done with the chart of accounts; at most 200, newest first.</summary>
    public async Task<IReadOnlyList<AdministrativeAct>> OfAccountsAsync(string brand, CancellationToken cancellationToken) =>
        await ListAsync(brand, "AND what LIKE 'account.%'", cancellationToken);

    /// <summary>What was done with the penalty classifications, or with one of them; at most 200, newest first.</summary>
    public async Task<IReadOnlyList<AdministrativeAct>> OfClassificationsAsync(string brand, string? code, CancellationToken cancellationToken) =>
        [.. (await ListAsync(brand, "AND what LIKE 'penalty-classification.%'", cancellationToken)).Where(act => code is null || act.Subject.Split(' ')[0] == code)];

    /// <summary>At most 200, newest first.</summary>
    public async Task<IReadOnlyList<AdministrativeAct>> OfAsync(string brand, CancellationToken cancellationToken) => await ListAsync(brand, "", cancellationToken);

    private async Task<IReadOnlyList<AdministrativeAct>> ListAsync(string brand, string only, CancellationToken cancellationToken) =>
        await database.ListAsync(brand,
            $"""
            SELECT what, subject, actor, command_id, correlation_id, recorded_at FROM administration
            WHERE brand = $1 {only} ORDER BY recorded_at DESC, position DESC LIMIT 200
            """,
            [brand],
            row => new AdministrativeAct(
                row.GetString(0), row.GetString(1), JsonSerializer.Deserialize<Actor>(row.GetString(2), JournalJson.Options)!, row.GetString(3),
                row.GetGuid(4), row.Instant(5)), cancellationToken);

    /// <summary>Runs a change and records it once. False, and nothing recorded, when it touches no row.</summary>
    private async Task<bool> DoAsync(
        CommandContext by, string what, string subject, string change, object?[] parameters, CancellationToken cancellationToken)
    {
        var next = parameters.Length + 1;
        var sql =
            $"""
            WITH changed AS ({change} RETURNING 1)
            INSERT INTO administration (brand, what, subject, actor, command_id, correlation_id, recorded_at)
            SELECT ${next}::text, ${next + 1}::text, ${next + 2}::text, ${next + 3}::text, ${next + 4}::text, ${next + 5}::uuid, ${next + 6}::timestamptz
            FROM changed LIMIT 1
            """;
        object?[] record =
        [
            by.Brand, what, subject, JsonSerializer.Serialize(by.Actor, JournalJson.Options), by.CommandId, by.CorrelationId, clock.GetUtcNow(),
        ];
        return await database.ExecuteAsync(by.Brand, sql, [.. parameters, .. record], cancellationToken) == 1;
    }
}
