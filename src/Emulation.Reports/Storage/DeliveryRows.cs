using Emulation.Reports.Delivery;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Maps deliveries to rows and back.</summary>
internal static class DeliveryRows
{
    /// <summary>True if the mail was queued; false if it had been queued before.</summary>
    public static async Task<bool> InsertAsync(
        NpgsqlConnection connection, long? reportId, NewDelivery delivery, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        var id = await ReportSql.IdAsync(
            connection, "insert_delivery", cancellationToken,
            new NpgsqlParameter("report_id", NpgsqlTypes.NpgsqlDbType.Bigint) { Value = (object?)reportId ?? DBNull.Value },
            new("subject_key", delivery.SubjectKey),
            new("recipient_code", delivery.RecipientCode),
            new("recipient_kind", delivery.RecipientKind),
            new("address", delivery.Address),
            new("message_id", delivery.MessageId),
            new("sender_name", delivery.SenderName),
            new("sender_address", delivery.SenderAddress),
            new("subject", delivery.Subject),
            new("body_text", delivery.Text),
            new("html", delivery.Html),
            ReportSql.Instant("not_before", delivery.NotBefore ?? createdAt),
            new("is_held", delivery.IsHeld),
            new("keeps_mail_hours", delivery.KeepsMailHours),
            ReportSql.Instant("created_at", createdAt));
        if (id is not { } deliveryId)
        {
            return false;
        }

        foreach (var (index, file) in delivery.Files.Index())
        {
            await ReportSql.IdAsync(
                connection, "insert_mail_file", cancellationToken,
                new("delivery_id", deliveryId), new("position", index + 1), new("name", file.Name), new("media_type", file.MediaType),
                new("content", file.Content.ToArray()), ReportSql.Text("content_id", file.ContentId));
        }

        return true;
    }

    public static ClaimedDelivery MapClaimed(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.IsDBNull(1) ? null : reader.GetInt64(1),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetInt32(9),
        reader.GetInt32(10),
        reader.GetFieldValue<DateTimeOffset>(11),
        reader.GetString(12));
}

/// <summary>A mail that one sender alone may hand over, under the lease of that number.</summary>
/// <param name="Attempts">Attempts including this one.</param>
/// <param name="Transport">The transport it was, or is now, handed to.</param>
public sealed record ClaimedDelivery(
    long DeliveryId,
    long? ReportId,
    string Address,
    string MessageId,
    string SenderName,
    string SenderAddress,
    string Subject,
    string Text,
    string Html,
    int Attempts,
    int LeaseNumber,
    DateTimeOffset CreatedAt,
    string Transport);
