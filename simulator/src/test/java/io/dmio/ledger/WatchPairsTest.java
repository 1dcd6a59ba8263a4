package io.dmio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.engine.IoReturn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both of a pair hear of every moment, the first one first. */
final class WatchPairsTest {

  private final ObservedCall call = new ObservedCall(0, new NoEvents());
  private final TappedBio tapped = new TappedBio(0, (tapped, ended) -> {});
  private final Bio bio = new Bio();
  private final List<String> heard = new ArrayList<>();

  @Test
  void pairOfThoseWhoFollowCalls() {
    CallWatch pair = new Calls("1", heard).and(new Calls("2", heard));

    pair.started(call);
    pair.returned(call, IoReturn.DONE);
    pair.notified(call, 5);
    pair.stray(7, "returned");
    pair.over(call);
    pair.pagesAsked(true, 3);
    pair.pagesAnswered(false, 4, IoReturn.DONE);

    assertBothHeard(
        "started",
        "returned OK",
        "notified 5",
        "stray 7 returned",
        "over",
        "asked true 3",
        "answered false 4 OK");
  }

  @Test
  void pairOfThoseWhoFollowBios() {
    BioWatch pair = new Bios("1", heard).and(new Bios("2", heard));

    pair.submitted(tapped, bio);
    pair.ended(tapped, bio);
    pair.lost(tapped);
    pair.strayed(bio);

    assertBothHeard("submitted", "ended", "lost", "strayed");
  }

  private void assertBothHeard(String... moments) {
    List<String> expected = new ArrayList<>();
    for (String moment : moments) {
      expected.add("1 " + moment);
      expected.add("2 " + moment);
    }
    assertThat(heard).isEqualTo(expected);
  }

  private record Calls(String name, List<String> heard) implements CallWatch {

    private void hear(String moment) {
      heard.add(name + " " + moment);
    }

    @Override
    public void started(ObservedCall call) {
      hear("started");
    }

    @Override
    public void returned(ObservedCall call, IoReturn result) {
      hear("returned " + result.errno());
    }

    @Override
    public void notified(ObservedCall call, long bits) {
      hear("notified " + bits);
    }

    @Override
    public void stray(int call, String callback) {
      hear("stray " + call + " " + callback);
    }

    @Override
    public void over(ObservedCall call) {
      hear("over");
    }

    @Override
    public void pagesAsked(boolean get, int pages) {
      hear("asked " + get + " " + pages);
    }

    @Override
    public void pagesAnswered(boolean get, int pages, IoReturn result) {
      hear("answered " + get + " " + pages + " " + result.errno());
    }
  }

  private record Bios(String name, List<String> heard) implements BioWatch {

    private void hear(String moment) {
      heard.add(name + " " + moment);
    }

    @Override
    public void submitted(TappedBio tapped, Bio bio) {
      hear("submitted");
    }

    @Override
    public void ended(TappedBio tapped, Bio bio) {
      hear("ended");
    }

    @Override
    public void lost(TappedBio tapped) {
      hear("lost");
    }

    @Override
    public void strayed(Bio bio) {
      hear("strayed");
    }
  }
}
