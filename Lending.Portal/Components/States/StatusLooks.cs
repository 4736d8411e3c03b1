namespace Lending.Portal.Components;

/// <summary>The word, tone and icon of every state, in one place. Codes are matched without case, spaces and underscores.</summary>
public static class StatusLooks
{
    private static readonly Dictionary<string, StatusLook> Known = new(StringComparer.Ordinal)
    {
        ["onboarding"] = new("Onboarding", Tone.Neutral, "circle_half_fill_16_regular"),
        ["pending"] = new("Pending review", Tone.Info, "clock_16_regular"),
        ["pendingreview"] = new("Pending review", Tone.Info, "clock_16_regular"),
        ["inreview"] = new("In review", Tone.Info, "clock_16_regular"),
        ["sentback"] = new("Sent back", Tone.Warn, "arrow_reply_16_regular"),
        ["sentbacktoborrower"] = new("Sent back", Tone.Warn, "arrow_reply_16_regular"),
        ["cxapproved"] = new("CX approved", Tone.Info, "checkmark_circle_16_regular"),
        ["creditapproved"] = new("CX approved", Tone.Info, "checkmark_circle_16_regular"),
        ["smapproved"] = new("Sanctioned", Tone.Info, "shield_checkmark_16_regular"),
        ["sanctioned"] = new("Sanctioned", Tone.Info, "shield_checkmark_16_regular"),
        ["approved"] = new("Approved", Tone.Info, "shield_checkmark_16_regular"),
        ["preparing"] = new("Preparing agreement", Tone.Info, "document_text_16_regular"),
        ["issued"] = new("Awaiting signature", Tone.Warn, "signature_16_regular"),
        ["awaitingsignature"] = new("Awaiting signature", Tone.Warn, "signature_16_regular"),
        ["signed"] = new("Signed", Tone.Good, "signature_16_regular"),
        ["awaitingdisbursal"] = new("Awaiting disbursal", Tone.Info, "arrow_circle_right_16_regular"),
        ["disbursalproposed"] = new("Disbursal proposed", Tone.Info, "arrow_circle_right_16_regular"),
        ["payoutrequested"] = new("Payout under way", Tone.Info, "arrow_circle_right_16_regular"),
        ["active"] = new("Active", Tone.Good, "checkmark_circle_16_filled"),
        ["completed"] = new("Completed", Tone.Good, "checkmark_circle_16_regular"),
        ["current"] = new("Current", Tone.Good, "checkmark_circle_16_regular"),
        ["partpaid"] = new("Part paid", Tone.Warn, "circle_half_fill_16_regular"),
        ["partiallypaid"] = new("Part paid", Tone.Warn, "circle_half_fill_16_regular"),
        ["overdue"] = new("Overdue", Tone.Warn, "warning_16_filled"),
        ["delinquent"] = new("Delinquent", Tone.Bad, "warning_16_filled"),
        ["defaulted"] = new("Defaulted", Tone.Bad, "error_circle_16_filled"),
        ["rejected"] = new("Rejected", Tone.Bad, "dismiss_circle_16_filled"),
        ["writtenoff"] = new("Written off", Tone.Bad, "document_dismiss_16_regular"),
        ["cooled_off"] = new("Given back in cooling-off", Tone.Neutral, "arrow_undo_16_regular"),
        ["settled"] = new("Settled", Tone.Neutral, "handshake_16_regular"),
        ["frozen"] = new("Frozen", Tone.Neutral, "pause_circle_16_regular"),
        ["indispute"] = new("In dispute", Tone.Neutral, "gavel_16_regular"),
        ["cancelled"] = new("Cancelled", Tone.Neutral, "prohibited_16_regular"),
        ["proposed"] = new("Awaiting approval", Tone.Info, "clock_16_regular"),
        ["toplace"] = new("To place", Tone.Warn, "arrow_swap_16_regular"),
        ["linkrequested"] = new("Being made", Tone.Info, "clock_16_regular"),
        ["linkopen"] = new("Open", Tone.Info, "link_16_regular"),
        ["linkrefused"] = new("Not made", Tone.Bad, "error_circle_16_filled"),
        ["mandaterequested"] = new("To be approved", Tone.Info, "clock_16_regular"),
        ["revoked"] = new("Revoked", Tone.Warn, "prohibited_16_regular"),
        ["declined"] = new("Declined", Tone.Warn, "prohibited_16_regular"),
        ["debitannounced"] = new("Announced", Tone.Info, "clock_16_regular"),
        ["debitpresented"] = new("With the bank", Tone.Info, "arrow_circle_right_16_regular"),
        ["withdrawn"] = new("Not made", Tone.Neutral, "prohibited_16_regular"),
        ["posted"] = new("Posted", Tone.Good, "checkmark_circle_16_regular"),
        ["paid"] = new("Paid", Tone.Good, "checkmark_circle_16_regular"),
        ["failed"] = new("Failed", Tone.Bad, "error_circle_16_filled"),
        ["reversed"] = new("Reversed", Tone.Neutral, "arrow_undo_16_regular"),
        ["returned"] = new("Returned to maker", Tone.Warn, "arrow_reply_16_regular"),
        ["refused"] = new("Refused", Tone.Bad, "dismiss_circle_16_filled"),
        ["expired"] = new("Expired", Tone.Neutral, "hourglass_16_regular"),
        ["nooffer"] = new("No offer", Tone.Neutral, "subtract_circle_16_regular"),
        ["late"] = new("Over target", Tone.Warn, "hourglass_16_regular"),
        ["draft"] = new("Draft", Tone.Info, "edit_16_regular"),
    };

    /// <summary>The look of a state code or enum member. One that is not listed is drawn as its own words, neutral.</summary>
    public static StatusLook Of(object? state)
    {
        var name = state?.ToString() ?? "";
        var key = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Known.TryGetValue(key, out var look) ? look : new(Words(name), Tone.Neutral, "circle_16_regular");
    }

    public static string Css(this Tone tone) => tone == Tone.Neutral ? "" : tone.ToString().ToLowerInvariant();

    private static string Words(string name)
    {
        var text = new System.Text.StringBuilder();
        foreach (var letter in name)
        {
            if (letter == '_') text.Append(' ');
            else if (char.IsUpper(letter) && text.Length > 0) text.Append(' ').Append(char.ToLowerInvariant(letter));
            else text.Append(text.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }

        return text.ToString();
    }
}
