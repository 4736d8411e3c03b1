using Lending.Data;

namespace Lending.Workers.SetUp;

/// <summary>The one-shot commands that make Brands, products and staff. They need the database and the field key, and nothing else to be up.</summary>
public static class SetUpCommands
{
    public static readonly string[] Names = ["add-brand", "add-product", "add-staff", "reset-staff"];

    public static async Task<int> RunAsync(IReadOnlyList<string> args, IConfiguration configuration, SetUpOutput output, PasswordEntry passwords)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration).AddLogging().AddLendingData();
        services.AddSingleton(output).AddSingleton(passwords).AddSingleton<BrandCommand>().AddSingleton<ProductCommand>().AddSingleton<StaffCommand>();
        await using var provider = services.BuildServiceProvider();
        var (command, rest) = (args[0], args.Skip(1).ToArray());
        return command switch
        {
            "add-brand" => await provider.GetRequiredService<BrandCommand>().AddAsync(rest, CancellationToken.None),
            "add-product" => await provider.GetRequiredService<ProductCommand>().AddAsync(rest, CancellationToken.None),
            "add-staff" => await provider.GetRequiredService<StaffCommand>().AddAsync(rest, CancellationToken.None),
            "reset-staff" => await provider.GetRequiredService<StaffCommand>().ResetAsync(rest, CancellationToken.None),
            _ => output.Refused($"There is no command {command}."),
        };
    }
}
