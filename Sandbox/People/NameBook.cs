using System.Security.Cryptography;
using System.Text;

namespace Sandbox.People;

/// <summary>Makes names, places and figures out of identifiers: the same identifier always gives the same.</summary>
internal static class NameBook
{
    private static readonly string[] First =
        ["Aarav", "Ananya", "Arjun", "Bhavna", "Chetan", "Divya", "Farhan", "Gurpreet", "Harini", "Ishaan", "Jyoti", "Kavya", "Lalita", "Meera", "Nilesh", "Omkar", "Pooja", "Rahul", "Sunita", "Tenzin", "Usha", "Vikram", "Yusuf", "Zoya"];

    private static readonly string[] Last =
        ["Bhoir", "Chauhan", "Desai", "Fernandes", "Gaikwad", "Hegde", "Iyengar", "Joshi", "Kulkarni", "Lobo", "Menon", "Nair", "Oraon", "Pawar", "Qureshi", "Rawat", "Sandhu", "Solanki", "Tamang", "Verma"];

    private static readonly (string Locality, string City, string State, string Pincode)[] Places =
    [
        ("Shivajinagar", "Pune", "Maharashtra", "411005"), ("Indiranagar", "Bengaluru", "Karnataka", "560038"),
        ("Adyar", "Chennai", "Tamil Nadu", "600020"), ("Salt Lake", "Kolkata", "West Bengal", "700091"),
        ("Lajpat Nagar", "New Delhi", "Delhi", "110024"), ("Navrangpura", "Ahmedabad", "Gujarat", "380009"),
        ("Banjara Hills", "Hyderabad", "Telangana", "500034"), ("Hazratganj", "Lucknow", "Uttar Pradesh", "226001"),
    ];

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>.</summary>
    internal static int Number(string identifier, string what, int below)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{what}:{identifier}"));
        return (int)(BitConverter.ToUInt32(hash) % (uint)below);
    }

    /// <summary>A name that is not <paramref name="than"/>.</summary>
    internal static string OtherName(string identifier, string than)
    {
        var first = First[Number(identifier, "first", First.Length)];
        var last = Last[Number(identifier, "last", Last.Length)];
        return string.Equals($"{first} {last}", than, StringComparison.OrdinalIgnoreCase) ? $"{last} {first}" : $"{first} {last}";
    }

    internal static PostalAddress Address(string identifier)
    {
        var (locality, city, state, pincode) = Places[Number(identifier, "place", Places.Length)];
        return new PostalAddress($"Flat {1 + Number(identifier, "flat", 40)}, {locality} Residency", locality, city, state, pincode);
    }
}
