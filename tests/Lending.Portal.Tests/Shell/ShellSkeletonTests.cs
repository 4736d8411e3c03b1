namespace Lending.Portal.Tests.Shell;

public sealed class ShellSkeletonTests : PortalContext
{
    [Theory]
    [InlineData("/queue")]
    [InlineData("/loans/LN-2611-00873/record-payment")]
    public void Render_BeforeTheCircuit_HasNothingToTypeIntoOrFollow(string path)
    {
        var frame = Render<ShellSkeleton>(with => with.Add(skeleton => skeleton.Path, path));

        Assert.Empty(frame.FindAll("input, textarea, select, a, [tabindex], fluent-button, fluent-anchor-button, button:not([data-reload])"));
        Assert.Single(frame.FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void Render_OfALoan_IsShapedLikeAFile()
    {
        var file = Render<ShellSkeleton>(with => with.Add(skeleton => skeleton.Path, "/loans/LN-2611-00873"));
        var list = Render<ShellSkeleton>(with => with.Add(skeleton => skeleton.Path, "/loans"));

        Assert.NotEmpty(file.FindAll(".bone.round"));
        Assert.Equal(12, list.FindAll(".bone-row").Count);
    }
}
