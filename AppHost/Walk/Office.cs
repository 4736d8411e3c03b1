using System.Globalization;
using Lending.Flows;

namespace Lending.AppHost.Walk;

/// <summary>The demo Brand's staff, and the way of a loan from sign-up to the borrower's bank account, which is the same for both products.</summary>
internal sealed class Office(Steps steps, HttpClient api, HttpClient sandbox, CancellationToken cancellationToken)
{
    private const string Brand = "saffron";

    private readonly Dictionary<string, Desk> _desks = [];

    /// <summary>Decides on credit.</summary>
    public Desk Deepa => _desks["deepa"];

    /// <summary>Sanctions.</summary>
    public Desk Aparna => _desks["aparna"];

    /// <summary>Loan operations, two people.</summary>
    public Desk Neha => _desks["neha"];

    public Desk Sameer => _desks["sameer"];

    /// <summary>Collects.</summary>
    public Desk Kavya => _desks["kavya"];

    /// <summary>Approves what was collected.</summary>
    public Desk Imran => _desks["imran"];

    /// <summary>Closes days and reads the books.</summary>
    public Desk Meera => _desks["meera"];

    public async Task OpenAsync()
    {
        steps.Chapter("Saffron Credit opens");
        await steps.RunAsync("Staff sign in", async () =>
        {
            foreach (var name in (string[])["deepa", "aparna", "neha", "sameer", "kavya", "imran", "meera"])
                _desks[name] = await Desk.SignInAsync(api, sandbox, $"{name}@{Brand}.test", DemoLogins.Password, cancellationToken);
            return $"{string.Join(", ", _desks.Keys)}; business date {await Meera.BusinessDateAsync(cancellationToken):d MMM yyyy}";
        });
    }

    /// <summary>From nothing to money in the bank; maker proposes the payout, checker lets it go.</summary>
    public async Task<(Borrower Borrower, string LoanId)> LendAsync(string name, string product, long amountMinor, int tenure, Desk maker, Desk checker)
    {
        Borrower borrower = null!;
        var loanId = "";
        await steps.RunAsync($"{name} signs up with the code on the phone", async () =>
            (borrower = await SignUp.RunAsync(api, sandbox, Brand, Person.Next(name), cancellationToken)).CustomerId);
        await steps.RunAsync("  gives the profile", () => StateOf(borrower.SaveProfileAsync(cancellationToken)));
        await steps.RunAsync("  has PAN checked", () => StateOf(borrower.CheckPanAsync(cancellationToken)));
        await steps.RunAsync("  has Aadhaar checked with the code on the phone", () => StateOf(borrower.CheckAadhaarAsync(cancellationToken)));
        await steps.RunAsync("  has the bank account checked by one rupee", () => StateOf(borrower.CheckBankAccountAsync(cancellationToken)));
        await steps.RunAsync("  consents", () => StateOf(borrower.ConsentAsync(cancellationToken)));
        await steps.RunAsync("  asks what it would cost", async () =>
        {
            var quote = (await borrower.Api.PostAsync(
                "/api/v1/quotes", new { productCode = product, amount = new { minor = amountMinor, currency = "INR" }, tenure },
                cancellationToken: cancellationToken)).Ok();
            return $"{Text(quote, "amount")} less charges {Text(quote, "chargesTotal")} = {Text(quote, "net")}; interest {Text(quote, "interestTotal")}, to repay {Text(quote, "repaymentTotal")}";
        });
        await steps.RunAsync("  applies", async () => loanId = await borrower.ApplyAsync(product, amountMinor, tenure, cancellationToken));
        await steps.RunAsync("Deepa (credit) recommends", async () => $"{Text(await Deepa.RecommendAsync(loanId, amountMinor, cancellationToken), "requested")}");
        await steps.RunAsync("Aparna (sanction) sanctions", async () =>
        {
            var loan = await Aparna.SanctionAsync(loanId, amountMinor, cancellationToken);
            return $"{Text(loan, "sanctioned")}, {Text(loan, "net")} to pay out";
        });
        await steps.RunAsync($"{name} reads the agreement", () => PdfOf(borrower, $"/api/v1/loans/{loanId}/agreement"));
        await steps.RunAsync("  signs it with the code on the phone", async () =>
        {
            await borrower.SignAsync(loanId, cancellationToken);
            return Status(await borrower.LoanAsync(loanId, cancellationToken));
        });
        await steps.RunAsync("One of loan operations proposes the payout", async () =>
            $"{Text(await maker.ProposePayoutAsync(loanId, cancellationToken: cancellationToken), "net")} by IMPS");
        await steps.RunAsync("Another lets it go with the six digits", async () =>
        {
            var net = (await borrower.LoanAsync(loanId, cancellationToken)).Minor("net");
            return Text(await checker.ApprovePayoutAsync(loanId, net, cancellationToken), "net");
        });
        await steps.RunAsync("The bank confirms the payout", async () =>
        {
            var loan = await borrower.StatusAsync(loanId, "ACTIVE", cancellationToken);
            return $"{Status(loan)} since {loan.Text("disbursedOn")}, owes {Text(loan, "figures.payoff")}, next {Text(loan, "figures.nextDue")} by {loan.Text("figures.nextDueOn")}";
        });
        return (borrower, loanId);
    }

    /// <summary>Closes the days before this one.</summary>
    public Task MoveToAsync(DateOnly day, Borrower borrower, string loanId) => steps.RunAsync($"Days pass until {day:d MMM yyyy}", async () =>
    {
        await Meera.MoveToAsync(day, cancellationToken);
        var loan = await borrower.LoanAsync(loanId, cancellationToken);
        return $"{Status(loan)}: interest {Text(loan, "figures.interestDue")}, penalty {Text(loan, "figures.penaltyDue")}, to close {Text(loan, "figures.payoff")}";
    });

    public Task SeeMessageAsync(Borrower borrower, string what, params string[] words) => steps.RunAsync($"{what} is on the phone", () =>
        borrower.Phone.MessageAsync(text => words.All(word => text.Contains(word, StringComparison.Ordinal)), cancellationToken));

    public Task PayByLinkAsync(Borrower borrower, string loanId, string what, Func<Answer, long> amount) => steps.RunAsync(what, async () =>
    {
        var minor = amount(await borrower.LoanAsync(loanId, cancellationToken));
        await borrower.PayAsync(loanId, minor, cancellationToken);
        var loan = await borrower.LoanAsync(loanId, cancellationToken);
        return $"{Rupees(minor)}; {Status(loan)}, owes {Text(loan, "figures.payoff")}";
    });

    public Task FetchCertificateAsync(Borrower borrower, string loanId) => steps.RunAsync("The loan is closed with a no-due certificate", async () =>
    {
        await borrower.StatusAsync(loanId, "COMPLETED", cancellationToken);
        return await PdfOf(borrower, $"/api/v1/loans/{loanId}/certificate");
    });

    /// <summary>The days by which the instalments are to be paid.</summary>
    public async Task<DateOnly[]> PayByAsync(Borrower borrower, string loanId) =>
    [
        .. (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule", cancellationToken)).Ok().At("instalments")!.AsArray()
            .Select(line => DateOnly.ParseExact((string)line!["payBy"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    public static string Rupees(long minor) => $"₹ {(minor / 100m).ToString("N2", CultureInfo.GetCultureInfo("en-IN"))}";

    public static string Text(Answer answer, string path) => answer.Text($"{path}.text") ?? "nothing";

    private static string Status(Answer loan) => loan.Text("status")!;

    private static async Task<string> StateOf(Task<Answer> step) => (await step).Ok() is var answer && answer.Text("missing") is { } left ? $"still missing: {left}" : "done";

    private async Task<string> PdfOf(Borrower borrower, string path)
    {
        var pdf = await Waiting.ForAsync(
            async () => await borrower.Api.GetAsync(path, cancellationToken) is { Status: System.Net.HttpStatusCode.OK } ready ? ready : null, path, cancellationToken);
        return pdf.Bytes.AsSpan().StartsWith("%PDF"u8) ? $"PDF, {pdf.Bytes.Length} bytes" : throw new InvalidOperationException($"{path} is not a PDF.");
    }
}
