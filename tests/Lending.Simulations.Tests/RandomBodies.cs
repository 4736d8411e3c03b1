using System.Text.Json.Nodes;

namespace Lending.Simulations.Tests;

/// <summary>Spoils a good body in one to four places: other values, other types, missing, doubled and shuffled parts.</summary>
internal static class RandomBodies
{
    private static readonly string[] Values =
    [
        "null", "0", "-1", "1", "2", "7", "0.1", "0.001", "1e3", "1e29", "-1e400", "99999999999999", "480", "481", "true", "false", "\"\"", "\"x\"", "\"\\u0000\"",
        "[]", "{}", "[[]]", "[null]", "\"2026-01-31\"", "\"2024-02-29\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-13-01\"", "\"Weeks\"", "\"Days\"",
        "\"Cumulative\"", "\"Flat\"", "\"Actual\"", "\"SameAsRepaymentPeriod\"", "\"Vertical\"", "\"Repayment\"", "\"MerchantIssuedRefund\"", "\"Any\"",
    ];

    private static readonly string[] Events =
    [
        """{"type":"ChargeOff","date":"2026-02-01"}""", """{"type":"WriteOff","date":"2026-02-01"}""", """{"type":"Chargeback","amount":10,"paymentNr":1}""",
        """{"type":"CreditBalanceRefund","date":"2026-02-01","amount":10}""", """{"type":"CapitalizedIncome","date":"2026-01-15","amount":50}""",
        """{"type":"InterestPause","from":"2026-01-10","to":"2026-03-10"}""", """{"type":"ContractTermination"}""", """{"type":"Reamortize"}""",
        """{"type":"Reage","params":{"startDate":"2026-02-15","numberOfInstallments":4,"frequencyNumber":1,"frequencyType":"Months"}}""",
        """{"type":"Reage","params":{"startDate":"2026-05-15","numberOfInstallments":2,"frequencyNumber":9,"frequencyType":"Days","reAgeInterestHandling":"EqualAmortizationFullInterest"}}""",
        """{"type":"Reschedule","params":{"rescheduleFromDate":"2026-03-01","adjustedDueDate":"2026-03-20"}}""",
        """{"type":"Reschedule","params":{"rescheduleFromDate":"2026-02-10","newInterestRate":3,"extraTerms":3}}""",
        """{"type":"UndoDisbursal"}""", """{"type":"UndoLastDisbursal"}""", """{"type":"WaiveCharge"}""", """{"type":"Undo","tx":"Repayment","date":"2026-02-01"}""",
        """{"type":"Disburse","date":"2026-01-20","amount":300}""", """{"type":"Disburse","date":"2026-02-01","amount":0.01}""",
        """{"type":"Transaction","tx":"MerchantIssuedRefund","date":"2026-01-20","amount":100,"interestRefund":true}""",
        """{"type":"Transaction","tx":"Refund","date":"2026-02-01","amount":100}""", """{"type":"InstallmentCharge","charge":"LoanInstallmentFeePercentageInterest","amount":3}""",
        """{"type":"AdvanceBusinessDate","days":400}""", """{"type":"Cob"}""", """{"type":"Payoff","date":"2026-02-01"}""",
    ];

    public static string Spoil(string good, Random random)
    {
        var body = JsonNode.Parse(good)!.AsObject();
        var marks = new List<string>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0: Mark(body["product"]!.AsObject(), random, marks); break;
                case 1 when body["events"] is JsonArray { Count: > 0 } events && events[random.Next(events.Count)] is JsonObject e: Mark(e, random, marks); break;
                case 2: Mark(body, random, marks, rarely: true); break;
                default:
                    if (body["events"] is JsonArray list) list.Insert(random.Next(list.Count + 1), JsonNode.Parse(Events[random.Next(Events.Length)]));
                    break;
            }

            if (body["product"] is not JsonObject) break;
        }

        // Numbers that a JsonNode cannot hold are put into the text.
        var text = body.ToJsonString();
        for (var i = 0; i < marks.Count; i++) text = text.Replace($"\"@@{i}@@\"", marks[i]);
        return random.Next(50) == 0 ? text[..random.Next(text.Length)] : text;
    }

    private static void Mark(JsonObject parent, Random random, List<string> marks, bool rarely = false)
    {
        if (parent.Count == 0 || (rarely && random.Next(6) > 0)) return;
        var name = parent.ElementAt(random.Next(parent.Count)).Key;
        if (random.Next(8) == 0)
        {
            parent.Remove(name);
            return;
        }

        parent[random.Next(15) == 0 ? name + "x" : name] = $"@@{marks.Count}@@";
        marks.Add(Values[random.Next(Values.Length)]);
    }
}
