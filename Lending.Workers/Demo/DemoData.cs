using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Mandates;
using Lending.Workers.Autopay;
using Lending.Workers.DayEnd;
using Lending.Workers.Outbox;
using Lending.Workers.Reloans;
using Microsoft.AspNetCore.Identity;

namespace Lending.Workers.Demo;

/// <summary>
/// Makes the demo: two Brands with their staff and products, and 300 customers whose loans are lived through the real commands over simulated
/// days up to today. The seed is fixed, so everybody sees the same people. Does nothing where the demo Brands exist. Demo:Customers asks for
/// fewer, 0 for Brands, products and staff only.
/// </summary>
public sealed partial class DemoData(
    Brands brands, Products products, Data.Staff staff, Numbers numbers, FieldCipher cipher, Data.Outbox outbox, OutboxHandlers handlers,
    DayEndRunner dayEnd, ReloanExpiry reloans, ClassificationDesk classes, IGrainFactory grains, MandateProvider mandates, MandateNews mandateNews, DemoClock clock, IConfiguration configuration, ILogger<DemoData> logger)
{
    private const int Seed = 20_261_122;
    private const int SimulatedDays = 160;
    private const int CustomersUsually = 300;

    // Numbers of people who have a line, beyond those of all others, so that these stay who they are.
    private const int LinesFrom = 5_000;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var today = DateOnly.TryParse(configuration["Demo:Today"], out var asked)
            ? asked
            : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).DateTime);
        var random = new Random(Seed);
        var people = new DemoPeople(random);
        var number = 0;
        var all = configuration.GetValue("Demo:Customers", CustomersUsually);
        var saffron = all * 11 / 15;
        var firstDay = all > 0 ? today.AddDays(-SimulatedDays) : today;
        var lenders = new List<(Brand Brand, DemoLife[] Lives)>();
        foreach (var (brand, customers) in DemoBrands.All(firstDay).Zip([saffron, all - saffron]))
        {
            var plans = DemoPlans.Make(random, customers, brand.BusinessDate, today, firstNumber: number);
            number += customers;
            if (brand.Code == "saffron" && customers > 0) plans = [.. plans, .. DemoLine.Plans(brand.BusinessDate, LinesFrom)];
            if (await brands.FindAsync(brand.Code, cancellationToken) is not null) continue;
            await SetUpAsync(brand, cancellationToken);
            lenders.Add((brand, LivesOf(brand, plans, people, today)));
        }
        await LiveAsync(lenders, firstDay, today, cancellationToken);
        LogDone(number, Seed, watch.Elapsed.TotalSeconds);
        return 0;
    }

    private async Task SetUpAsync(Brand brand, CancellationToken cancellationToken)
    {
        await brands.AddAsync(brand, cancellationToken);
        foreach (var product in DemoBrands.Products(brand.Code)) await products.AddAsync(brand.Code, product, cancellationToken);
        var hasher = new PasswordHasher<StaffMember>();
        foreach (var person in DemoBrands.Staff(brand.Code))
        {
            var member = new StaffMember(brand.Code, person.Id, person.Email, person.Name, person.Role, "", HasTotp: true, ImmutableSortedDictionary<Permission, Level>.Empty, Active: true);
            await staff.AddAsync(
                member with { PasswordHash = hasher.HashPassword(member, DemoBrands.Password) }, DemoBrands.TotpSecretOf(person.Email), cancellationToken);
        }

        await ClassifyAsync(brand.Code, cancellationToken);
    }

    /// <summary>The administrator adds them, the one above puts in force all but the last.</summary>
    private async Task ClassifyAsync(string brand, CancellationToken cancellationToken)
    {
        var cast = new DemoCast(brand, default, grains, numbers, cipher, clock);
        foreach (var asked in DemoBrands.PenaltyClasses)
        {
            CommandContext By(StaffRole role)
            {
                var (actor, grants) = cast.Staff(role, 0);
                return new($"demo:{asked.Code}:{role}", brand, actor, grants, Guid.CreateVersion7());
            }

            var added = await classes.AddAsync(asked, isNew: true, By(StaffRole.Admin), cancellationToken);
            if (added.IsRefused) throw new InvalidOperationException($"Penalty class {asked.Code} was refused: {added.Refusal.Code}.");
            if (asked != DemoBrands.PenaltyClasses[^1]) await classes.ActivateAsync(asked.Code, 1, By(StaffRole.SuperAdmin), cancellationToken);
        }
    }

    private DemoLife[] LivesOf(Brand brand, IReadOnlyList<DemoPlan> plans, DemoPeople people, DateOnly today)
    {
        var cast = new DemoCast(brand.Code, today, grains, numbers, cipher, clock);
        var bank = new DemoBank(brand.Code, mandates, mandateNews);
        var holders = new DemoPeople(new Random(Seed + 1));
        return [.. plans.Select(plan => new DemoLife(plan, (plan.Number < LinesFrom ? people : holders).Next(plan.Number, today), cast, bank))];
    }

    /// <summary>The Brands live through each day side by side, as they share the clock; within a Brand one person acts after the other.</summary>
    private async Task LiveAsync(IReadOnlyCollection<(Brand Brand, DemoLife[] Lives)> lenders, DateOnly firstDay, DateOnly today, CancellationToken cancellationToken)
    {
        for (var day = firstDay; day <= today && lenders.Count > 0; day = day.AddDays(1))
        {
            // People act from nine in the morning, Brand time.
            clock.Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromMinutes(330)));
            await Task.WhenAll(lenders.Select(lender => ActAsync(lender.Brand.Code, lender.Lives, day, today, cancellationToken)));
            if (day == today) break;
            clock.Set(new DateTimeOffset(day.ToDateTime(new TimeOnly(23, 30)), TimeSpan.FromMinutes(330)));
            await Task.WhenAll(lenders.Select(lender => CloseAsync(lender.Brand, day, cancellationToken)));
        }
        foreach (var (brand, lives) in lenders) LogLived(brand.Code, lives.Length);
    }

    private async Task ActAsync(string brand, DemoLife[] lives, DateOnly day, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var life in lives)
            if (life.Plan.Start <= day) await life.StepAsync(day, cancellationToken);
        await PrepareDocumentsAsync(brand, keepMessages: day > today.AddDays(-2), keepStatements: day > today.AddMonths(-1), cancellationToken);
    }

    private async Task CloseAsync(Brand brand, DateOnly day, CancellationToken cancellationToken)
    {
        await dayEnd.RunAsync(brand.Code, day, (_, _) => Task.FromResult(true), cancellationToken);
        await reloans.RunAsync(brand with { BusinessDate = day.AddDays(1) }, cancellationToken);
    }

    /// <summary>
    /// Does the day's outbox: documents are made for real, statements once, of everything until their last morning; messages of days long past are struck off,
    /// as their readers are gone; payouts of the demo were settled by the demo itself.
    /// </summary>
    private async Task PrepareDocumentsAsync(string brand, bool keepMessages, bool keepStatements, CancellationToken cancellationToken)
    {
        if (!keepMessages) await outbox.StrikeOffAsync(brand, OutboxKinds.SendMessage, cancellationToken);
        if (!keepStatements)
            foreach (var kind in new[] { OutboxKinds.PrepareStatement, OutboxKinds.PrepareBill }) await outbox.StrikeOffAsync(brand, kind, cancellationToken);
        while (await outbox.ClaimAsync(brand, 64, TimeSpan.FromMinutes(2), cancellationToken) is { Count: > 0 } tasks)
            await Parallel.ForEachAsync(tasks, cancellationToken, async (task, token) =>
            {
                await handlers.HandleAsync(task, token);
                await outbox.DoneAsync(task, token);
            });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo Brand {Brand} has lived: {Lives} customers")]
    private partial void LogLived(string brand, int lives);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demo data is there: {Customers} customers, seed {Seed}, {Seconds} s")]
    private partial void LogDone(int customers, int seed, double seconds);
}
