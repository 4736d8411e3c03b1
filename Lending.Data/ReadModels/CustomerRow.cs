using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.CustomerRow>;

namespace Lending.Data;

/// <summary>A customer as the lists show it. The name is the only clear personal value outside the sealed fields. Hash is the head of the chain.</summary>
public sealed record CustomerRow(
    string Brand, string Id, Customer Customer, string? FullName, string? MobileTailHash, DateTimeOffset RegisteredAt, DateTimeOffset ChangedAt, byte[] Hash)
{
    internal static readonly Table<CustomerRow> Table = new("customer", 2,
        OfBrand(row => row.Brand),
        Text("id", row => row.Id),
        Text("full_name", row => row.FullName),
        Text("mobile_mask", row => row.Customer.Mobile?.Mask),
        Text("mobile_hash", row => row.Customer.Mobile?.Hash),
        Text("mobile_tail_hash", row => row.MobileTailHash),
        Text("email_mask", row => row.Customer.Email?.Mask),
        Text("email_hash", row => row.Customer.Email?.Hash),
        Text("pan_mask", row => row.Customer.Pan?.Mask),
        Text("pan_hash", row => row.Customer.Pan?.Hash),
        Text("aadhaar_mask", row => row.Customer.Aadhaar?.Mask),
        Text("aadhaar_hash", row => row.Customer.Aadhaar?.Hash),
        Text("account_mask", row => row.Customer.BankAccount?.AccountNumber.Mask),
        Text("account_hash", row => row.Customer.BankAccount?.AccountNumber.Hash),
        Text("ifsc", row => row.Customer.BankAccount?.Ifsc),
        Flag("account_verified", row => row.Customer.BankAccount?.Verified ?? false),
        Text("pincode", row => row.Customer.Profile?.Pincode),
        DateOrNull("born_month", row => row.Customer.Profile?.BornMonth),
        Text("steps", row => string.Join(' ', row.Customer.Steps.Keys)),
        Text("next_step", row => row.Customer.MissingSteps.FirstOrDefault()),
        Instant("registered_at", row => row.RegisteredAt, OnUpdate.Keep),
        Instant("changed_at", row => row.ChangedAt),
        Int("version", row => row.Customer.Version),
        Bytes("hash", row => row.Hash),
        Text("state", row => StateJson.Of(row.Customer)));
}
