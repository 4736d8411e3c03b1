namespace Lending.Journeys.Tests;

/// <summary>What is known before any browser starts; these run on every machine.</summary>
public sealed class ChromiumTests
{
    [Fact]
    public void Find_FolderWithoutBrowser_IsNull() => Assert.Null(Chromium.Find(AppContext.BaseDirectory));

    [Fact]
    public void Find_BrowserInTheSecondFolder_IsItsPath()
    {
        var folder = Directory.CreateTempSubdirectory("lending-browser-");
        try
        {
            var browser = Path.Combine(folder.FullName, "chromium");
            File.WriteAllText(browser, "");

            Assert.Equal(browser, Chromium.Find($"{AppContext.BaseDirectory}{Path.PathSeparator}{folder.FullName}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void WhyNot_OnThisMachine_IsPrintedWhenJourneysDoNotRun()
    {
        if (Chromium.WhyNot is { } reason) Console.WriteLine($"The journeys do not run. {reason}");

        Assert.Equal(Chromium.Path is null, Chromium.WhyNot is not null);
    }
}
