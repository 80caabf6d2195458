package io.emaki.demo;

import io.emaki.demo.ChatProduct.PictureNews;
import io.emaki.demo.ChatProduct.TurnAnswer;
import io.emaki.demo.DemoReport.ChangeReport;
import io.emaki.demo.DemoReport.JobReport;
import io.emaki.demo.DemoReport.TurnReport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Plays a script turn by turn, waits for each picture and its webhook, and notes everything that did not go as scripted. */
final class StoryPlay {

    private static final Duration LONGEST_EDIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Set<String> ENDED_WITHOUT_PICTURE = Set.of("FAILED", "CANCELED", "ABORTED");

    private final DemoScript script;
    private final ChatProduct chat;
    private final WebhookReceiver receiver;
    private final Clock clock;
    private final DemoListener listener;

    private final List<String> problems = new ArrayList<>();
    private final List<Panel> panels = new ArrayList<>();
    private final List<TurnReport> reports = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();

    StoryPlay(DemoScript script, ChatProduct chat, WebhookReceiver receiver, Clock clock, DemoListener listener) {
        this.script = script;
        this.chat = chat;
        this.receiver = receiver;
        this.clock = clock;
        this.listener = listener;
    }

    /** Plays from the opening picture to the last turn. */
    DemoReport play(boolean randomWeights) throws InterruptedException {
        String secret = chat.subscribe(receiver.url());
        receiver.expectSecret(secret);
        String persona = chat.createPersona(script.persona());
        listener.line("Drawing " + script.persona().name() + " ...");
        chat.portray(persona, script.persona());
        String story = chat.createStory(script.title(), persona);
        open(persona);
        Instant start = clock.instant();
        for (DemoScript.Turn turn : script.turns()) {
            take(turn, persona, story);
        }
        checkWebhooks();
        return new DemoReport(
                problems.isEmpty(),
                script.title(),
                start,
                secondsSince(start),
                randomWeights,
                persona,
                story,
                List.copyOf(reports),
                webhooks(secret),
                List.copyOf(problems));
    }

    List<Panel> panels() {
        return List.copyOf(panels);
    }

    private void open(String persona) throws InterruptedException {
        DemoScript.Cast cast = script.persona();
        DemoScript.Looks looks = cast.appearance();
        String picture = chat.currentPicture(persona).orElseThrow(() -> new DemoException("the portrait was not kept"));
        pictures.add(picture);
        panels.add(new Panel(
                0,
                cast.name(),
                cast.description(),
                null,
                List.of(),
                "%s, %s, %s".formatted(looks.outfit(), looks.scene(), looks.pose()),
                image(picture),
                true));
    }

    private void take(DemoScript.Turn turn, String persona, String story) throws InterruptedException {
        int number = reports.size() + 1;
        listener.line("[%d/%d] %s: %s".formatted(number, script.turns().size(), turn.speaker(), turn.text()));
        Instant start = clock.instant();
        TurnAnswer answer = chat.say(story, turn);
        check(number, turn, answer);
        List<JobReport> jobs = new ArrayList<>();
        for (String job : answer.jobs()) {
            jobs.add(await(number, job, persona));
        }
        String before = pictures.getLast();
        String after = chat.currentPicture(persona).orElse(before);
        pictures.add(after);
        checkPicture(number, turn, before, after);
        TurnReport report = new TurnReport(
                number,
                turn.speaker(),
                turn.text(),
                answer.turnId(),
                answer.detector(),
                List.copyOf(turn.expected()),
                answer.changes(),
                jobs,
                after,
                secondsSince(start));
        reports.add(report);
        show(turn, report, !after.equals(before));
    }

    private void check(int number, DemoScript.Turn turn, TurnAnswer answer) {
        Set<String> found = answer.changes().stream()
                .map(change -> change.axis() + " " + change.op())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!found.equals(turn.expected())) {
            problem(number, "changes " + found + " were found where the script has " + turn.expected());
        }
        int expectedJobs = turn.expected().isEmpty() ? 0 : 1;
        if (answer.jobs().size() != expectedJobs) {
            problem(number, answer.jobs().size() + " edit jobs were made where the script has " + expectedJobs);
        }
    }

    private void checkPicture(int number, DemoScript.Turn turn, String before, String after) {
        Integer sameAs = turn.sameAppearanceAs();
        if (turn.expected().isEmpty() && !after.equals(before)) {
            problem(number, "the picture changed although the turn changes nothing");
        } else if (!turn.expected().isEmpty() && after.equals(before)) {
            problem(number, "the picture did not change");
        } else if (sameAs != null && !after.equals(pictures.get(sameAs))) {
            problem(number, "the appearance is that of turn " + sameAs + " again, its picture is not");
        }
    }

    private JobReport await(int number, String job, String persona) throws InterruptedException {
        Instant deadline = clock.instant().plus(LONGEST_EDIT);
        while (clock.instant().isBefore(deadline)) {
            WebhookReceiver.Delivery delivery = receiver.next(BETWEEN_LOOKS);
            if (delivery != null) {
                PictureNews news = chat.read(delivery).orElse(null);
                if (news != null && news.jobId().equals(job)) {
                    checkNews(number, news, persona);
                    return new JobReport(job, chat.jobState(job), delivery.id());
                }
            } else if (ENDED_WITHOUT_PICTURE.contains(chat.jobState(job))) {
                problem(number, "edit job " + job + " ended as " + chat.jobState(job));
                return new JobReport(job, chat.jobState(job), null);
            }
        }
        problem(number, "no webhook told of edit job " + job + " within " + LONGEST_EDIT.toMinutes() + " minutes");
        return new JobReport(job, chat.jobState(job), null);
    }

    private void checkNews(int number, PictureNews news, String persona) throws InterruptedException {
        if (!news.personaId().equals(persona)) {
            problem(number, "the webhook names another persona: " + news.personaId());
        }
        if (!news.picture().equals(chat.currentPicture(persona).orElse(""))) {
            problem(number, "the webhook names a picture that is not the persona's current one");
        }
    }

    private void checkWebhooks() {
        long told = reports.stream()
                .flatMap(report -> report.jobs().stream())
                .filter(job -> job.webhookId() != null)
                .count();
        if (receiver.rejected() > 0) {
            problems.add(receiver.rejected() + " webhooks had a wrong signature");
        }
        if (receiver.accepted().size() != told) {
            problems.add(receiver.accepted().size() + " webhooks came for " + told + " new pictures");
        }
    }

    private void show(DemoScript.Turn turn, TurnReport report, boolean fresh) throws InterruptedException {
        String note = note(report);
        List<Panel.Change> changes = report.changes().stream()
                .map(change -> new Panel.Change(change.axis(), words(change)))
                .toList();
        changes.forEach(change -> listener.line("      " + change.words()));
        listener.line("      " + note);
        panels.add(new Panel(
                report.number(),
                turn.speaker().equals("persona") ? script.persona().name() : turn.speaker(),
                turn.text(),
                turn.gloss(),
                changes,
                note,
                image(report.picture()),
                fresh));
    }

    private String note(TurnReport report) {
        if (report.jobs().isEmpty()) {
            return "no change, no edit";
        }
        int earlier = pictures.indexOf(report.picture());
        String what = earlier == report.number()
                ? "edited"
                : "the picture of " + (earlier == 0 ? "the opening" : "turn " + earlier) + " again,";
        boolean told = report.jobs().stream().allMatch(job -> job.webhookId() != null);
        return String.format(
                Locale.ROOT, "%s in %.1f s, %s", what, report.seconds(), told ? "webhook verified" : "no webhook came");
    }

    private static String words(ChangeReport change) {
        return change.axis() + " " + change.op() + ": " + change.description();
    }

    private BufferedImage image(String sha256) throws InterruptedException {
        try {
            @Nullable BufferedImage image = ImageIO.read(new ByteArrayInputStream(chat.picture(sha256)));
            if (image == null) {
                throw new DemoException("the picture " + sha256 + " is no PNG");
            }
            return image;
        } catch (IOException broken) {
            throw new DemoException("the picture " + sha256 + " cannot be read", broken);
        }
    }

    private void problem(int number, String what) {
        problems.add("turn " + number + ": " + what);
        listener.line("      ! " + what);
    }

    private DemoReport.Webhooks webhooks(String secret) {
        return new DemoReport.Webhooks(
                receiver.accepted().size(),
                receiver.rejected(),
                secret,
                receiver.accepted().stream()
                        .map(delivery -> new DemoReport.Delivery(
                                delivery.id(), delivery.timestamp(), delivery.signature(), delivery.body()))
                        .toList());
    }

    private double secondsSince(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
