using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Workers.Demo;

/// <summary>An invented borrower: nobody's name, number or account.</summary>
public sealed record DemoPerson(
    string Name, string FatherName, string MotherName, DateOnly BornOn, string Gender, string Mobile, string Email, string Pan, string Aadhaar,
    string Account, string Ifsc, string Address, string Pincode);

/// <summary>Makes borrowers from a fixed seed, the same ones every time.</summary>
public sealed class DemoPeople(Random random)
{
    private static readonly ImmutableArray<string> Women =
        ["Savita", "Rohini", "Champa", "Leena", "Devika", "Sunita", "Pooja", "Lakshmi", "Fatima", "Anjali", "Geeta", "Shalini", "Divya", "Nisha", "Radha", "Mary", "Zoya", "Kiran"];

    private static readonly ImmutableArray<string> Men =
        ["Asif", "Mahesh", "Girish", "Mahadev", "Suresh", "Arun", "Vijay", "Rahul", "Imtiaz", "Manoj", "Prakash", "Sanjay", "Joseph", "Harpreet", "Naveen", "Ravi", "Dinesh", "Karthik"];

    private static readonly ImmutableArray<string> Families =
        ["Kadam", "Salunkhe", "Mulla", "Soren", "Kadlag", "Nimbalkar", "D'Souza", "Rane", "Pujari", "Sharma", "Reddy", "Khan", "Patel", "Das", "Nair", "Singh", "Yadav", "Fernandes", "Gowda", "Chavan", "Mishra", "Bhat"];

    private static readonly ImmutableArray<(string City, string Pincode)> Cities =
        [("Pune", "411004"), ("Bengaluru", "560038"), ("Mumbai", "400059"), ("Nashik", "422002"), ("Hyderabad", "500034"), ("Chennai", "600020"), ("Kolkata", "700029"), ("Indore", "452001")];

    public DemoPerson Next(int number, DateOnly today)
    {
        var woman = random.Next(2) == 0;
        var family = Pick(Families);
        var first = Pick(woman ? Women : Men);
        var (city, pincode) = Pick(Cities);
        var digits = number.ToString("D4", CultureInfo.InvariantCulture);
        return new DemoPerson(
            $"{first} {family}", $"{Pick(Men)} {family}", $"{Pick(Women)} {family}",
            today.AddYears(-random.Next(24, 52)).AddDays(-random.Next(365)), woman ? "female" : "male",
            $"+9198{random.Next(10, 99)}{digits[..2]}{random.Next(10, 90)}{digits[2..]}",
            $"{first.ToLowerInvariant()}.{number}@mail.test",
            // Digits that start with 8 keep clear of the numbers that steer the Sandbox.
            $"{Letters(3)}P{family[0]}8{random.Next(100, 999)}{Letters(1)}",
            $"{random.Next(2000, 9999)}{random.Next(1000, 9999)}{8000 + number % 1000}",
            $"{random.Next(10_000, 99_999)}{random.Next(10_000, 99_999)}{9000 + number % 900}", $"MHSB000{random.Next(1000, 9999)}",
            $"{random.Next(1, 220)}, {Pick(["Station Road", "Gandhi Nagar", "Lake View", "MG Road", "Temple Street"])}, {city}", pincode);
    }

    private T Pick<T>(ImmutableArray<T> from) => from[random.Next(from.Length)];

    private string Letters(int count) => string.Create(count, random, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = (char)('A' + source.Next(26));
    });
}
