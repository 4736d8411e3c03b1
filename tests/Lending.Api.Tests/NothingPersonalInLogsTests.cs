using System.Text.RegularExpressions;
using Lending.Data;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Sign-up, KYC, a whole loan and wrong tries, and then a look at everything the processes logged meanwhile.</summary>
[Collection(ApiCollection.Name)]
public sealed class NothingPersonalInLogsTests(RunningApi running)
{
    [Fact]
    public async Task Logs_OfALoansWholeLife_HoldNothingThatIdentifiesAPerson()
    {
        if (running.Ear is not { } ear) return; // Somebody else's installation speaks to somebody else.
        ear.Listen();
        var person = Person.Next("Zubeida Quillfeather") with { Pan = "ZQFPQ7531K" };
        var mailbox = $"zubeida.{person.Mobile[^8..]}@quillfeather.example";

        var borrower = await (await running.App.SignUpAsync(person: person)).OnboardAsync();
        var byMail = await SignUp.RunByEmailAsync(running.App.Api, running.App.Sandbox, "indigo", person, mailbox);
        await byMail.OnboardAsync();
        var loanId = await borrower.ApplyAsync("EMI", 50_000_00, 6);
        var staff = running.App.StaffOf("saffron");
        await staff.ApproveAsync(loanId);
        var link = await Waiting.ForAsync(
            async () => (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/agreement/signing-link")).Text("url"), "the signing link");
        await borrower.SignAsync(loanId);
        await staff.DisburseAsync(loanId);
        await borrower.StatusAsync(loanId, "ACTIVE");
        await TryWronglyAsync(borrower);
        await borrower.PayAsync(loanId, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));
        await borrower.StatusAsync(loanId, "COMPLETED");
        await AllIsToldAsync(ear);
        ear.Stop();

        var heard = ear.Heard;
        Assert.Contains(loanId, heard); // The logs were there to be read.
        Assert.Contains("\nlogs ", heard);
        Assert.Contains("lending-workers", heard);
        Assert.Contains("/api/v1/me/bank-account", heard);
        string[] personal =
        [
            person.FullName, "Quillfeather", "QUILLFEATHER", "quillfeather", "Zubeida", "ZUBEIDA", "Ravi Kumar", "Meena Kumar", "12 MG Road", "1994-05-17", person.Mobile,
            person.Mobile[3..], mailbox, person.Pan, person.Aadhaar, person.AccountNumber, borrower.Api.AccessToken!, borrower.RefreshToken,
            byMail.Api.AccessToken!, byMail.RefreshToken, new Uri(link).Segments[^1],
        ];
        Assert.DoesNotContain(personal, value => heard.Contains(TelemetryEar.Bytes(value), StringComparison.Ordinal));
        var codes = await CodesAsync(person.Mobile, mailbox);
        Assert.True(codes.Length >= 5, $"{codes.Length} codes were sent.");
        Assert.DoesNotContain(codes, code => Regex.IsMatch(heard, $"(?<![0-9A-Za-z.:-]){code}(?![0-9A-Za-z.:-])"));
    }

    /// <summary>Refusals and faults are logged with more words than what goes well.</summary>
    private async Task TryWronglyAsync(Borrower borrower)
    {
        var person = borrower.Person;
        await running.App.Stranger.PostAsync("/api/v1/otp/verify", new { challengeId = "no-such-challenge", code = "000000" });
        await running.App.Stranger.With(borrower.Api.AccessToken + "x").GetAsync("/api/v1/me");
        await borrower.Api.SendTextAsync(HttpMethod.Post, "/api/v1/me/pan", $$"""{"pan":["{{person.Pan}}"]}""");
        await borrower.Api.SendTextAsync(HttpMethod.Post, "/api/v1/me/bank-account", $$"""{"accountNumber":"{{person.AccountNumber}}","ifsc":"nonsense"}""");
        await borrower.Api.SendTextAsync(HttpMethod.Put, "/api/v1/me/profile", $$"""{"fullName":"{{person.FullName}}", "bornOn": """);
    }

    private async Task<string[]> CodesAsync(params string[] contacts)
    {
        var codes = new List<string>();
        foreach (var contact in contacts)
            foreach (var text in await new Phone(running.App.Sandbox, contact).TextsAsync()) codes.AddRange(Regex.Matches(text, @"\b[0-9]{6}\b").Select(match => match.Value));
        return [.. codes.Distinct()];
    }

    /// <summary>Waits until the workers have done the outbox and every process has told what it had to tell since.</summary>
    private async Task AllIsToldAsync(TelemetryEar ear)
    {
        foreach (var brand in new[] { "saffron", "indigo" })
            await Waiting.ForAsync(
                async () => await running.App.Get<LendingDatabase>().FirstAsync(
                    brand, "SELECT count(*)::integer FROM outbox WHERE brand = $1 AND done_at IS NULL AND failed_at IS NULL", [brand], row => row.GetInt32(0), default) == 0 ? "" : null,
                "the outbox to be done");
        var before = Told(ear);
        await Waiting.ForAsync(() => Task.FromResult(Told(ear) >= before + 6 ? "" : null), "the last of the telemetry");
    }

    // Each of three processes sends its metrics every second, and its logs and spans more often.
    private static int Told(TelemetryEar ear) => Regex.Count(ear.Heard, "\nmetrics ");
}
