using Lending.Portal.Shell;

namespace Lending.Portal.Gallery;

/// <summary>The shell around the component gallery: a made-up person and the gallery's own pages.</summary>
public static class GalleryShell
{
    public static Task<ShellModel> LoadAsync(IServiceProvider circuit, CancellationToken cancellationToken) =>
        Task.FromResult(new ShellModel("Saffron Credit", "Ritika Sahni", "Credit executive",
        [
            new("Work", [new("My queue", "/gallery/table", "mail_inbox_16_regular", 24, "G Q"), new("Loan file", "/gallery/file", "wallet_16_regular"), new("Decision", "/gallery/decision", "checkmark_circle_16_regular"), new("Approvals", "/gallery/proposal", "receipt_16_regular", 6, "G A")]),
            new("Components", [new("Gallery", "/gallery", "board_16_regular", null, "G G") { Exact = true }]),
        ], new DateOnly(2026, 11, 24), 3));
}
