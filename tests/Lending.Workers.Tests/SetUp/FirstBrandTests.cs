using System.Text.RegularExpressions;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Identity;

namespace Lending.Workers.Tests.SetUp;

/// <summary>A lender installs the product and makes the first Brand, product and administrator.</summary>
[Collection(OnPostgres.Name)]
public sealed class FirstBrandTests(WorkersServer server) : IAsyncLifetime
{
    private const string AddBrand =
        """add-brand --code amber --name "Amber Loans" --legal-name "Amber Loans Private Limited" --legal-address "1 Fort Road, Pune 411001" """;

    private const string AddMeera = """add-staff --brand amber --email Meera@amber.example --name "Meera Joshi" --role Admin""";

    private const string Emi = """
        {
          "code": "EMI", "name": "Salary EMI", "plan": "Emi", "amountMin": "INR 1500000", "amountMax": "INR 50000000",
          "tenureMin": 3, "tenureMax": 24, "ratePercent": 18,
          "fees": [ { "code": "processing", "name": "Processing fee", "percent": 2, "gstPercent": 18 } ],
          "penalty": { "dailyPercent": 0.08 }
        }
        """;

    private Operator _operator = null!;

    public async Task InitializeAsync() => _operator = new Operator(await server.DatabaseAsync());

    public async Task DisposeAsync() => await _operator.DisposeAsync();

    [Fact]
    public async Task AddBrand_OnAnEmptyInstallation_MakesItAndRecordsWhoDidIt()
    {
        Assert.Equal(0, await _operator.RunAsync(AddBrand + "--business-date " + Yesterday()));

        var brand = await _operator.Get<Data.Brands>().GetAsync("amber", default);
        Assert.Equal(("Amber Loans", "Asia/Kolkata", Yesterday()), (brand.Name, brand.TimeZone, brand.BusinessDate.ToString("yyyy-MM-dd")));
        Assert.Equal(("Amber Loans Private Limited", true, 15), (brand.Settings.LegalName, brand.Settings.FollowsTheClock, brand.Settings.RejectionCooldownDays));
        var act = Assert.Single(await _operator.Get<Administration>().OfAsync("amber", default));
        Assert.Equal((Administration.BrandAdded, "amber", "add-brand:amber", ActorKind.System), (act.What, act.Subject, act.CommandId, act.Actor.Kind));
        Assert.NotEqual(Guid.Empty, act.CorrelationId);
    }

    [Fact]
    public async Task AddBrand_Again_ChangesNothingAndSaysSo()
    {
        await _operator.RunAsync(AddBrand);

        Assert.Equal(0, await _operator.RunAsync(AddBrand));
        Assert.Contains("was there already", _operator.Output);
        Assert.Equal(1, await _operator.RunAsync(AddBrand.Replace("Amber Loans\"", "Ambre Loans\"", StringComparison.Ordinal)));
        Assert.Contains("another name", _operator.Errors);
        Assert.Equal("Amber Loans", (await _operator.Get<Data.Brands>().GetAsync("amber", default)).Name);
        Assert.Single(await _operator.Get<Administration>().OfAsync("amber", default));
    }

    [Theory]
    [InlineData("add-brand", "code:", "name:", "legal-name:", "legal-address:")]
    [InlineData(AddBrand + "--code again", "code: is given twice")]
    [InlineData(AddBrand + "--time-zone Asia/Nowhere", "time-zone:")]
    [InlineData(AddBrand + "--business-date 2199-01-01", "business-date:")]
    [InlineData(AddBrand + "--follows-the-clock perhaps", "follows-the-clock:")]
    [InlineData(AddBrand + "--colour blue", "colour: is not an option")]
    [InlineData(AddBrand + "--settings nowhere.json", "file: there is no file nowhere.json")]
    public async Task AddBrand_WithAWrongInput_NamesIt(string line, params string[] named)
    {
        Assert.Equal(65, await _operator.RunAsync(line));

        Assert.All(named, one => Assert.Contains(one, _operator.Errors));
        Assert.Empty(await _operator.Get<Data.Brands>().ListAsync(default));
    }

    [Theory]
    [InlineData("""{"ageMin":60}""", "ageMax: must be 60 to 100")]
    [InlineData("""{"rejectionCoolDown":5}""", "rejectionCoolDown")]
    [InlineData("""{"minimumLoan":15000}""", "minimumLoan:")]
    [InlineData("""{"rejectionReasons":{"Bad Code":"words"}}""", "rejectionReasons.Bad Code:")]
    [InlineData("""{"servedPincodePrefixes":["560"]}""", "servedPincodePrefixes:")]
    [InlineData("[]", "file: is not a JSON object")]
    [InlineData("{", "file:")]
    public async Task AddBrand_WithWrongSettings_NamesTheMember(string settings, string named)
    {
        Assert.Equal(65, await _operator.RunAsync($"{AddBrand}--settings {_operator.FileOf(settings)}"));

        Assert.Contains(named, _operator.Errors);
    }

    [Fact]
    public async Task AddProduct_FromAFile_IsVersionOneAndTheSameFileAgainChangesNothing()
    {
        await _operator.RunAsync(AddBrand);
        var file = _operator.FileOf(Emi);

        Assert.Equal(0, await _operator.RunAsync($"add-product {file} --brand amber"));
        Assert.Equal(0, await _operator.RunAsync($"add-product {file} --brand amber"));
        Assert.Contains("was there already", _operator.Output);
        Assert.Equal(0, await _operator.RunAsync($"add-product {_operator.FileOf(Emi.Replace("\"ratePercent\": 18", "\"ratePercent\": 19", StringComparison.Ordinal))} --brand amber"));

        var products = _operator.Get<Data.Products>();
        Assert.Equal(18m, (await products.FindAsync("amber", "EMI", 1, default))!.RatePercent);
        var newest = (await products.FindAsync("amber", "EMI", null, default))!;
        Assert.Equal((2, 19m, 30, 90), (newest.Version, newest.RatePercent, newest.DaysToDelinquent, newest.DaysToNpa));
        Assert.Equal(["EMI 2", "EMI 1"], (await _operator.Get<Administration>().OfAsync("amber", default))
            .Where(act => act.What == Administration.ProductAdded).Select(act => act.Subject));
    }

    [Fact]
    public async Task AddProduct_WithAVersionThatIsThereOrSkipsOne_IsRefused()
    {
        await _operator.RunAsync(AddBrand);
        await _operator.RunAsync($"add-product {_operator.FileOf(Emi)} --brand amber");
        string Versioned(int version) => _operator.FileOf(Emi.Replace("\"Salary EMI\"", $"\"Other EMI\", \"version\": {version}", StringComparison.Ordinal));

        Assert.Equal(1, await _operator.RunAsync($"add-product {Versioned(1)} --brand amber"));
        Assert.Contains("the next version of EMI is 2", _operator.Errors);
        Assert.Equal(1, await _operator.RunAsync($"add-product {Versioned(3)} --brand amber"));
        Assert.Equal(0, await _operator.RunAsync($"add-product {Versioned(2)} --brand amber"));
    }

    [Theory]
    [InlineData("\"plan\": \"Emi\"", "\"plan\": \"Balloon\"", "plan:")]
    [InlineData("\"amountMax\": \"INR 50000000\"", "\"amountMax\": \"INR 100\"", "amountMax:")]
    [InlineData("\"amountMax\": \"INR 50000000\"", "\"amountMax\": \"USD 50000000\"", "amountMax:")]
    [InlineData("\"tenureMax\": 24", "\"tenureMax\": 2", "tenureMax:")]
    [InlineData("\"ratePercent\": 18", "\"ratePercent\": -1", "ratePercent:")]
    [InlineData("\"percent\": 2,", "", "fees[0]:")]
    [InlineData("\"percent\": 2,", "\"percent\": 100,", "fees:")]
    [InlineData("\"penalty\": { \"dailyPercent\": 0.08 }", "\"penalty\": null", "penalty")]
    [InlineData("\"tenureMin\": 3,", "\"tenureMinimum\": 3,", "tenureMin")]
    [InlineData("\"code\": \"EMI\",", "", "code")]
    public async Task AddProduct_WithAWrongMember_NamesIt(string right, string wrong, string named)
    {
        await _operator.RunAsync(AddBrand);

        Assert.Equal(65, await _operator.RunAsync($"add-product {_operator.FileOf(Emi.Replace(right, wrong, StringComparison.Ordinal))} --brand amber"));

        Assert.Contains(named, _operator.Errors);
        Assert.Empty(await _operator.Get<Data.Products>().ListAsync("amber", default));
    }

    [Fact]
    public async Task AddProduct_ToNoBrand_IsRefused()
    {
        Assert.Equal(65, await _operator.RunAsync($"add-product {_operator.FileOf(Emi)} --brand amber"));
        Assert.Contains("brand:", _operator.Errors);
    }

    [Fact]
    public async Task AddStaff_Administrator_CanSignInWithWhatWasShownOnce()
    {
        await _operator.RunAsync(AddBrand);

        Assert.Equal(0, await _operator.RunAsync(AddMeera));

        var password = Regex.Match(_operator.Output, @"password +([A-Z2-7]{24})\r?\n").Groups[1].Value;
        var secret = Regex.Match(_operator.Output, @"authenticator +([A-Z2-7]{32})\r?\n").Groups[1].Value;
        var member = (await _operator.Get<StaffQuery>().FindByEmailAsync("amber", "meera@amber.example", default))!;
        Assert.Equal(("amber-meera", StaffRole.Admin, true, true), (member.Id, member.Role, member.Active, member.HasTotp));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<StaffMember>().VerifyHashedPassword(member, member.PasswordHash, password));
        Assert.Equal(secret, await _operator.Get<StaffQuery>().TotpSecretAsync("amber", member.Id, default));
        Assert.Contains($"secret={secret}", _operator.Output);
    }

    [Fact]
    public async Task AddStaff_Again_IsRefusedAndChangesNothing()
    {
        await _operator.RunAsync(AddBrand);
        await _operator.RunAsync(AddMeera);
        var before = await _operator.Get<StaffQuery>().FindAsync("amber", "amber-meera", default);

        Assert.Equal(1, await _operator.RunAsync(AddMeera));

        Assert.Contains("already", _operator.Errors);
        Assert.DoesNotContain("password  ", _operator.Output);
        Assert.Equal(before!.PasswordHash, (await _operator.Get<StaffQuery>().FindAsync("amber", "amber-meera", default))!.PasswordHash);
        Assert.Equal(0, await _operator.RunAsync("""add-staff --brand amber --email meera@other.example --name "Meera Rao" --role loan-ops"""));
        Assert.NotNull(await _operator.Get<StaffQuery>().FindAsync("amber", "amber-meera-2", default));
    }

    [Fact]
    public async Task AddStaff_WithATypedPassword_NeverShowsIt()
    {
        await _operator.RunAsync(AddBrand);

        Assert.Equal(65, await _operator.RunAsync(AddMeera + " --ask-password true", "too short\n"));
        Assert.Contains("characters of the password: must be 12 to 200", _operator.Errors);
        Assert.Equal(0, await _operator.RunAsync(AddMeera + " --ask-password true", "twelve and more letters\n"));

        Assert.DoesNotContain("twelve and more", _operator.Output + _operator.Errors);
        var member = (await _operator.Get<StaffQuery>().FindByEmailAsync("amber", "meera@amber.example", default))!;
        Assert.Equal(
            PasswordVerificationResult.Success, new PasswordHasher<StaffMember>().VerifyHashedPassword(member, member.PasswordHash, "twelve and more letters"));
    }

    [Theory]
    [InlineData("""add-staff --brand none --email a@b.example --name "A B" --role Admin""", "brand:")]
    [InlineData("""add-staff --brand amber --email nonsense --name "A B" --role Admin""", "email:")]
    [InlineData("""add-staff --brand amber --email a@b.example --name "" --role Admin""", "name:")]
    [InlineData("""add-staff --brand amber --email a@b.example --name "A B" --role Boss""", "role: one of CreditExecutive")]
    [InlineData("""add-staff --brand amber --email a@b.example --name "A B" --role 7""", "role:")]
    [InlineData("""add-staff --brand amber --email a@b.example --name "A B" --role Admin --password secret""", "password: is not an option here")]
    public async Task AddStaff_WithAWrongInput_NamesIt(string line, string named)
    {
        await _operator.RunAsync(AddBrand);

        Assert.Equal(65, await _operator.RunAsync(line));

        Assert.Contains(named, _operator.Errors);
        Assert.Empty(await _operator.Get<StaffQuery>().ListAsync("amber", default));
    }

    [Fact]
    public async Task ResetStaff_OfSomebodyLockedOut_MakesTheOldPasswordAndAuthenticatorVoid()
    {
        await _operator.RunAsync(AddBrand);
        await _operator.RunAsync(AddMeera);
        var staff = _operator.Get<StaffQuery>();
        var (before, secret) = (await staff.FindAsync("amber", "amber-meera", default), await staff.TotpSecretAsync("amber", "amber-meera", default));
        await _operator.Get<Data.Staff>().SetActiveAsync("amber", "amber-meera", false, default);

        Assert.Equal(0, await _operator.RunAsync("reset-staff --brand amber --email meera@amber.example"));
        Assert.Equal(65, await _operator.RunAsync("reset-staff --brand amber --email nobody@amber.example"));

        var after = (await staff.FindAsync("amber", "amber-meera", default))!;
        Assert.NotEqual(before!.PasswordHash, after.PasswordHash);
        Assert.NotEqual(secret, await staff.TotpSecretAsync("amber", "amber-meera", default));
        Assert.True(after.Active);
        Assert.Contains(await _operator.Get<Administration>().OfAsync("amber", default), act => act is { What: Administration.StaffReset, Subject: "amber-meera" });
    }

    private static string Yesterday() => TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromMinutes(330)).AddDays(-1).ToString("yyyy-MM-dd");
}
