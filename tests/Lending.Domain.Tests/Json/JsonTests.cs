using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lending.Domain.Tests.Json;

/// <summary>Everything that is stored or travels survives JSON, and every public name is unique.</summary>
public sealed partial class JsonTests
{
    public static TheoryData<Type> EventKinds() => [.. EventTypes.All];

    public static TheoryData<Type> RefusalKinds() => [.. RefusalJson.Types.Values];

    [Theory, MemberData(nameof(EventKinds))]
    public void Event_ThroughTheJournal_ComesBackTheSame(Type type)
    {
        var fact = (IFact)Samples.Of(type);
        var stored = JsonSerializer.Serialize(fact, type, LendingJson.Options);

        var read = JsonSerializer.Deserialize(stored, EventTypes.TypeOf(EventTypes.NameOf(fact)), LendingJson.Options)!;

        Assert.Equal(stored, As.Json(read));
        Assert.Matches("^(loan|customer)\\.[a-z-]+\\.v[0-9]+$", EventTypes.NameOf(fact));
    }

    [Theory, MemberData(nameof(RefusalKinds))]
    public void Refusal_BetweenProcesses_ComesBackTheSame(Type type)
    {
        var refusal = (Refusal)Samples.Of(type);

        var read = JsonSerializer.Deserialize<Refusal>(JsonSerializer.Serialize(refusal, LendingJson.Options), LendingJson.Options);

        Assert.Equal(refusal, read);
        Assert.Matches(SnakeCase(), refusal.Code);
        Assert.NotEmpty(refusal.Message);
    }

    [Fact]
    public void Codes_OfAllRefusals_AreUnique()
    {
        var codes = RefusalJson.Types.Values.Select(type => ((Refusal)Samples.Of(type)).Code).ToList();

        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Command_AsItsBase_ComesBackAsItself()
    {
        foreach (var type in typeof(LoanCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LoanCommand))))
        {
            var command = (LoanCommand)Samples.Of(type);
            Assert.Equal(command, JsonSerializer.Deserialize<LoanCommand>(JsonSerializer.Serialize(command, LendingJson.Options), LendingJson.Options));
        }
    }

    [Fact]
    public void Loan_WithEverythingInIt_ComesBackTheSame()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6);
        story.UntilMorningOf(A.Day.AddDays(45)).Pay(A.Inr(5_123_45))
            .Do(new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, "ok"), A.Ravi).Pay(A.Inr(1_000_00));

        var copy = As.Copy(story.Loan);

        Assert.Equal(As.Json(story.Loan), As.Json(copy));
        Assert.Equal(story.Loan.Instalments.AsEnumerable(), copy.Instalments.AsEnumerable());
        Assert.Equal(story.Loan.ProposedPayments["h"], copy.ProposedPayments["h"]);
        Assert.Same(StringComparer.Ordinal, copy.ProposedPayments.KeyComparer);
        Assert.Equal(story.Loan.Payout, copy.Payout);
    }

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();
}
