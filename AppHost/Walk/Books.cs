using System.Text.Json.Nodes;

namespace Lending.AppHost.Walk;

/// <summary>Prints what the ledger says in the end, and checks that it adds up.</summary>
internal sealed class Books(Steps steps, Office office, CancellationToken cancellationToken)
{
    public async Task PrintLedgerAsync(string kind, string loanId)
    {
        steps.Chapter($"The ledger of the {kind} loan {loanId}");
        await steps.RunAsync("Debits equal credits and nothing is owed", async () =>
        {
            var lines = (await office.Meera.FileAsync(loanId, cancellationToken)).At("ledger")!.AsArray();
            steps.Say($"     {"booked",-10}  {"account",-34}{"debit",15}{"credit",15}{"owed",15}  memo");
            foreach (var line in lines)
            {
                steps.Say($"     {line!["bookedOn"],-10}  {$"{line["account"]} {line["accountName"]}",-34}{Amount(line["debit"]),15}{Amount(line["credit"]),15}{Amount(line["owed"], zero: "0.00"),15}  {line["memo"]}");
            }
            var (debit, credit) = (lines.Sum(line => Minor(line!["debit"])), lines.Sum(line => Minor(line!["credit"])));
            if (debit != credit) throw new InvalidOperationException($"Debits are {debit}, credits {credit} minor units.");
            if (lines.Count == 0 || Minor(lines[^1]!["owed"]) != 0) throw new InvalidOperationException("The ledger does not end with nothing owed.");
            return $"{lines.Count} lines, {Office.Rupees(debit)} each side";
        });
    }

    public async Task PrintTrialBalanceAsync()
    {
        steps.Chapter("The trial balance of Saffron Credit");
        await steps.RunAsync("Debits equal credits", async () =>
        {
            var balance = await office.Meera.TrialBalanceAsync(cancellationToken);
            steps.Say($"     {"account",-46}{"debit",15}{"credit",15}{"balance",15}");
            foreach (var line in balance.At("accounts")!.AsArray())
                steps.Say($"     {$"{line!["account"]} {line["name"]}",-46}{Amount(line["debit"]),15}{Amount(line["credit"]),15}{Amount(line["balance"]),15}");
            var total = balance.At("totals")!.AsArray().Single()!;
            return (bool)total["isBalanced"]!
                ? $"{Amount(total["debit"])} each side on {balance.Text("asOf")}"
                : throw new InvalidOperationException($"Debits are {Amount(total["debit"])}, credits {Amount(total["credit"])}.");
        });
    }

    private static long Minor(JsonNode? money) => (long)money!["minor"]!;

    private static string Amount(JsonNode? money, string zero = "") => Minor(money) == 0 ? zero : ((string)money!["text"]!).TrimStart('₹', ' ');
}
